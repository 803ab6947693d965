import { expect, test } from 'vitest';
import { chartsOf } from '../charts/charts-of.ts';
import { checkDisclosure } from '../checks/check-disclosure.ts';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { disclosurePage } from './disclosure-page.ts';
import { plainText } from './statement.ts';

const disclosure = cleanDisclosure(1);
const open = (changes: Partial<Disclosure> = {}) => {
  const changed = { ...disclosure, ...changes };
  return disclosurePage(changed, {
    checks: checkDisclosure(changed),
    charts: chartsOf(changed),
    catalogueSlug: (edition) => (edition === '晋财综〔2030〕1号' ? 'v1' : undefined),
  });
};

test('answers the first questions in sentences with figures that lead to their rows', () => {
  const page = open();
  expect(page.statements.map((statement) => statement.question)).toEqual([
    '这是谁',
    '一共多少钱',
    '钱从哪里来',
    '花在哪些事上',
    '怎么花',
    '“三公”经费',
    '比上年怎么变',
    '数字相符吗',
  ]);
  const [, total] = page.statements;
  expect(plainText(total?.parts ?? [])).toMatch(/^\d{4} 年收支总计各 [\d,.]+ 万元/);
  const figures = page.statements.flatMap(({ parts }) => parts.filter((part) => typeof part !== 'string'));
  const lines = new Set(page.anchors.map((line) => `#L${line}`));
  const places = figures.flatMap(({ href }) => /^#L\d+/.exec(href) ?? []);
  for (const place of places) expect(lines).toContain(place);
});

test('lists its contents in the order of the page, with what is empty said so', () => {
  const { contents } = open();
  expect(contents.map((entry) => entry.anchor)).toEqual([
    'summary',
    'charts',
    'about',
    'tables',
    'narrative',
    'projects',
    'catalogue',
    'provenance',
  ]);
  const tables = contents.find((entry) => entry.anchor === 'tables')?.children ?? [];
  expect(tables).toHaveLength(13);
  expect(tables.find((entry) => entry.anchor === 't8')).toMatchObject({
    name: '表八　政府性基金预算支出表',
    note: '无数据',
  });
});

test('gives every printed line one anchor', () => {
  const { anchors } = open();
  expect(new Set(anchors).size).toBe(anchors.length);
  const printed = disclosure.tables.flatMap((table) => table.rows.map((row) => row.line));
  for (const line of printed) expect(anchors).toContain(line);
});

test('leads to the edition of the catalogue only where the archive holds it', () => {
  const attached = (edition: string) =>
    open({ catalogue: { edition, first: 900, last: 1900 } }).catalogue?.href;
  expect(attached('晋财综〔2030〕1号')).toBe('/catalogue/v1/');
  expect(attached('晋财综〔2029〕9号')).toBe('');
  expect(open({ catalogue: { edition: '', first: 0, last: 0 } }).catalogue).toBeUndefined();
});

test('says nothing about the figures of a text of unknown template', () => {
  const page = open({ template: 'unknown', tables: [] });
  expect(page.unknown).toBe(true);
  expect(page.statements).toEqual([]);
  expect(page.charts).toEqual([]);
});

test('shows a correction at its row, and every finding somewhere', () => {
  const [table] = disclosure.tables;
  const line = table?.rows[1]?.line ?? 0;
  const page = open({
    corrections: [{ line, was: '教肓', now: '教育', why: '字形相近', kind: 'misreading' }],
    findings: [{ rule: 'text-cut', status: 'note', place: { line: 1999 }, message: '行尾断了' }],
  });
  const remarks = page.tables[0]?.sides.flatMap((side) => side.rows).flatMap((row) => row.remarks);
  expect(remarks?.map((remark) => remark.text)).toEqual(['OCR 更正：「教肓」改为「教育」。字形相近']);
  expect(page.remarks.map((remark) => remark.text)).toContain('行尾断了');
});
