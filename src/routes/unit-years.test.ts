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

test('lists what the body calls the budget of its department, or its final accounts, apart', () => {
  const others = ['-bu-men/2029', '-bu-men/2031', '-jue-suan/2030'].map((end) => ({
    id: `yun-xi-xian-tu-shu-guan${end}`,
    year: Number(end.slice(-4)),
  }));
  const page = unitYears(first, true, [...others, ...all]);
  expect(page.years.map(({ year }) => year)).toEqual([2032, 2031, 2030]);
  expect(page.others.map(({ name, years }) => [name, ...years.map(({ year }) => year)])).toEqual([
    ['部门预算', 2031, 2029],
    ['单位决算', 2030],
  ]);
  expect(page.others[0]?.years[0]?.href).toBe('/units/yun-xi-xian-tu-shu-guan-bu-men/2031/');
  expect(page.compare).toBe(`/compare/?a=${first}`);
});
