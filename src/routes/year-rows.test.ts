import { expect, test } from 'vitest';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { parseCsv } from '../client/parse-csv.ts';
import { writeYearRows } from '../components/years/write-year-rows.ts';
import { listYear } from './list-year.ts';
import { type Summary, summarize } from './summary.ts';
import { readYearRow, yearCsv } from './year-csv.ts';
import { yearPage } from './year-page.ts';
import { sortYearRows } from './year-rows.ts';

const base = summarize(cleanDisclosure(1), { 相符: 40, 尾差: 0, 不符: 0, 未检查: 0, coverage: 1 });
const of = (slug: string, wan: number | undefined, more: Partial<Summary> = {}): Summary => ({
  ...base,
  id: `${slug}/2031`,
  unit: { slug, name: slug },
  year: 2031,
  spending: wan === undefined ? undefined : wan * 10_000,
  anchors: { spending: 'L70-2' },
  statedBefore: [],
  ...more,
});
const before = (year: number, wan: number): Partial<Summary> => ({
  statedBefore: [{ figure: 'spending', year, yuan: wan * 10_000, line: 401 }],
});
const all = [
  of('jia', 100, before(2030, 80)),
  of('yi', 300, before(2030, 400)),
  of('bing', undefined),
  of('ding', 200, { ...before(2029, 10), checks: { ...base.checks, 不符: 2 } }),
];
const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

test('lists the largest first, and last what was not read', () => {
  expect(names(listYear(all))).toEqual(['yi', 'ding', 'jia', 'bing']);
});

test('what has no value stays last in both directions', () => {
  const rows = listYear(all);
  expect(names(sortYearRows(rows, 'spending', false))).toEqual(['jia', 'ding', 'yi', 'bing']);
  expect(names(sortYearRows(rows, 'change', true))).toEqual(['jia', 'yi', 'bing', 'ding']);
  expect(names(sortYearRows(rows, 'change', false))).toEqual(['yi', 'jia', 'bing', 'ding']);
  expect(names(sortYearRows(rows, 'fails', true))[0]).toBe('ding');
});

test('the file gives back the rows that it was written from', () => {
  const rows = listYear(all);
  expect(parseCsv(yearCsv(rows)).map(readYearRow)).toEqual(rows);
});

test('each figure leads to its row, the change to its sentence', () => {
  const html = writeYearRows(listYear(all).slice(2, 3), (id, page, anchor) => `/${id}/${page}#${anchor}`);
  expect(html).toContain('<a href="/jia/2031/#L70-2">100.00</a>');
  expect(html).toContain('<a href="/jia/2031/#L401">+25.00%</a>');
  expect(html).toContain('<a href="/jia/2031/checks/#">0</a>');
});

test('the page says what it holds, and how much is only in the file', () => {
  const many = Array.from({ length: 120 }, (_, i) => of(`ju-${i}`, i));
  const page = yearPage(2031, [...many, of('bing', undefined)], [2031, 2030]);
  expect(page.rows).toHaveLength(100);
  expect(page.omitted).toBe(21);
  expect(page.sentence).toBe(
    '本站收有 121 份 2031 年的公开文本，支出总计最多的是ju-119，119.00 万元；1 份没有读出支出总计，排在最后。',
  );
});
