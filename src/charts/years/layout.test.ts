import { expect, test } from 'vitest';
import type { BudgetSummary } from '../budget-summary.ts';
import { layoutSanGongYears, layoutYears } from './layout.ts';

function summary(year: number, wan: number | undefined): BudgetSummary {
  const spending = wan === undefined ? undefined : wan * 10_000;
  return {
    id: `u/${year}`,
    unit: { name: '某县图书馆' },
    year,
    spending,
    basic: spending,
    project: 0,
    official: undefined,
    functions: [],
  };
}

test('leaves a gap for a year that the archive does not hold, and names a year without figures', () => {
  const chart = layoutYears([summary(2030, 150), summary(2027, 100), summary(2028, undefined)]);
  expect(chart?.scenes?.wide.marks.map((mark) => mark.labels.map((label) => label.text))).toEqual([
    ['2027 年', '基本 100.00，项目 0.00', '100.00'],
    ['2028 年', '无数据'],
    ['2029 年', '未收录'],
    ['2030 年', '基本 150.00，项目 0.00', '150.00'],
  ]);
  expect(chart?.sentence).toBe(
    '某县图书馆的支出总计，2027 年 100.00 万元，2030 年 150.00 万元，增加 50.00 万元（+50.00%）。',
  );
});

test('is a sentence with one year, and nothing without figures', () => {
  expect(layoutYears([summary(2030, 150)])?.scenes).toBeNull();
  expect(layoutSanGongYears([summary(2030, 150)])).toBeNull();
});
