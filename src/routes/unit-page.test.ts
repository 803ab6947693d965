import { expect, test } from 'vitest';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { writeUnit } from '../components/units/write-unit.ts';
import { type Summary, summarize } from './summary.ts';
import { unitPage } from './unit-page.ts';

const none = { 相符: 0, 尾差: 0, 不符: 0, 未检查: 0, coverage: 0 };
const disclosure = cleanDisclosure(1);
const base = summarize(disclosure, none as Summary['checks']);
const of = (year: number, wan: number, more: Partial<Summary> = {}): Summary => ({
  ...base,
  id: `shi-li-guan/${year}`,
  year,
  income: wan * 10_000,
  spending: wan * 10_000,
  anchors: { income: 'L70-1', spending: 'L70-2' },
  statedBefore: [],
  ...more,
});
const stated = (figure: 'income' | 'spending', year: number, wan: number) => ({
  figure,
  year,
  yuan: wan * 10_000,
  line: 401,
});

test('a summary knows where its figures stand, and what the text says of the year before', () => {
  expect(base.anchors).toMatchObject({
    spending: expect.stringMatching(/^L\d+-2$/),
    basic: expect.stringMatching(/^L\d+$/),
  });
  const [before] = base.statedBefore;
  expect(before).toMatchObject({ figure: 'income', year: disclosure.year - 1 });
});

test('figures over the years lead to their rows', () => {
  const page = unitPage([of(2030, 100), of(2031, 120)]);
  expect(page.years[0]?.spending).toEqual({ text: '120.00', href: '/units/shi-li-guan/2031/#L70-2' });
  expect(page.years[0]?.official).toMatchObject({ href: '' });
  const html = writeUnit(page, 'shi-li-guan');
  expect(html).toContain('<a href="/units/shi-li-guan/2031/#L70-2">120.00</a>');
  expect(html).toContain('/units/shi-li-guan/2031/#projects');
});

test('what a text says of the year before stands beside what was published then, both linked', () => {
  const [comparison, ...others] = unitPage([
    of(2030, 100),
    of(2031, 120, { statedBefore: [stated('spending', 2030, 98)] }),
  ]).comparisons;
  expect(others).toEqual([]);
  expect(comparison).toEqual({
    name: '支出总计',
    year: 2031,
    before: 2030,
    stated: { text: '98.00', href: '/units/shi-li-guan/2031/#L401' },
    published: { text: '100.00', href: '/units/shi-li-guan/2030/#L70-2' },
    difference: '多 2.00（2.04%）',
  });
});

test('收支总计 is one comparison, and a year that the archive does not hold is none', () => {
  const both = [stated('income', 2030, 100), stated('spending', 2030, 100)];
  const page = unitPage([of(2030, 100), of(2031, 120, { statedBefore: both })]);
  expect(page.comparisons.map(({ name, difference }) => [name, difference])).toEqual([['收支总计', '相同']]);
  expect(unitPage([of(2031, 120, { statedBefore: both })]).comparisons).toEqual([]);
});
