import { expect, test } from 'vitest';
import { unitYears } from './unit-years.ts';

const all = [2030, 2032, 2031].map((year) => ({ id: `yun-xi-xian-tu-shu-guan/${year}`, year }));
const [first, , middle] = all.map(({ id }) => id) as [string, string, string];

test('lists the years of a unit, the newest first', () => {
  const { years } = unitYears(middle, true, all);
  expect(years.map(({ year, current }) => [year, current])).toEqual([
    [2032, false],
    [2031, true],
    [2030, false],
  ]);
});

test('offers the year before for comparison, where there is one and the figures were read', () => {
  expect(unitYears(middle, true, all).compare).toBe(`/compare/?a=${middle}&b=${first}`);
  expect(unitYears(first, true, all).compare).toBe(`/compare/?a=${first}`);
  expect(unitYears(middle, false, all).compare).toBe('');
});
