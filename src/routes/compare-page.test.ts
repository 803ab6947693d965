import { expect, test } from 'vitest';
import { askedIds, compare } from './compare-page.ts';
import type { FigureRow } from './figure-row.ts';

const row = (table: number, label: string, wan: number, side: FigureRow['side'] = ''): FigureRow => ({
  table,
  line: 100 + wan,
  side,
  code: '',
  label,
  column: '合计',
  printed: wan.toFixed(2),
  yuan: Math.round(wan * 10_000),
});

const body = (year: number, total: number, wages: number, staff?: number) => ({
  id: `shi-li-guan/${year}`,
  unit: '示例馆',
  year,
  kind: '单位' as const,
  staff,
  rows: [
    row(1, '收入总计', total, '收入'),
    row(1, '支出总计', total, '支出'),
    row(1, '一、文化支出', total, '支出'),
    row(6, '工资福利支出', wages),
  ],
});

const find = (comparison: ReturnType<typeof compare>, name: string) =>
  comparison.sections.flatMap((section) => section.rows).find((row) => row.name === name);

test('sets totals side by side and says how far they differ', () => {
  const row = find(compare([body(2031, 300, 90), body(2030, 200, 80)]), '收入总计');
  expect(row?.cells.map((cell) => cell.text)).toEqual(['300.00', '200.00']);
  expect(row?.cells.map((cell) => cell.bar)).toEqual([1, 200 / 300]);
  expect(row?.difference).toBe('多 100.00（50.00%）');
});

test('gives the cost a head only where the text says how many people there are', () => {
  const row = find(compare([body(2031, 300, 90, 6), body(2030, 200, 80)]), '人均工资福利支出');
  expect(row?.cells.map((cell) => cell.text)).toEqual(['15.00', '']);
  expect(row?.difference).toBe('');
});

test('leaves a function blank where one body does not have it', () => {
  const other = body(2030, 200, 80);
  other.rows[2] = row(1, '二、教育支出', 200, '支出');
  const comparison = compare([body(2031, 300, 90), other]);
  expect(find(comparison, '文化支出')?.cells.map((cell) => cell.text)).toEqual(['300.00', '']);
  expect(find(comparison, '教育支出')?.cells.map((cell) => cell.text)).toEqual(['', '200.00']);
});

test('reads what the address asks for, each once', () => {
  expect(askedIds('?a=x/2031&b=y/2030&c=x/2031&q=1')).toEqual(['x/2031', 'y/2030']);
  expect(askedIds('')).toEqual([]);
});

test('says how many times as much where a share would be absurd', () => {
  const row = find(compare([body(2031, 4000, 90), body(2030, 200, 80)]), '收入总计');
  expect(row?.difference).toBe('多 3,800.00（是后者的 20.0 倍）');
});

test('gives differences in the unit of the section, exact however large or small', () => {
  const difference = (a: number, b: number) =>
    find(compare([body(2031, a, 90), body(2030, b, 80)]), '支出总计')?.difference;
  expect(difference(54_137.33, 30_100)).toBe('多 24,037.33（79.86%）');
  expect(difference(9.65, 10)).toBe('少 0.35（3.50%）');
});
