import { expect, test } from 'vitest';
import { leafColumns } from './leaf-columns.ts';

const cell = (text: string, columns = 1, rows = 1) => ({ text, columns, rows });

test('finds the heading of each column below headings that span several', () => {
  const leaves = leafColumns([
    [cell('行', 1, 2), cell('项目名称', 1, 2), cell('财政拨款', 2), cell('单位资金', 1, 2)],
    [cell('一般公共预算'), cell('政府性基金')],
  ]);
  expect(leaves.map(({ path, column }) => [column, path.map(({ text }) => text).join(' / ')])).toEqual([
    [0, '行'],
    [1, '项目名称'],
    [2, '财政拨款 / 一般公共预算'],
    [3, '财政拨款 / 政府性基金'],
    [4, '单位资金'],
  ]);
});

test('a heading over several columns that are not named apart orders none of them', () => {
  const leaves = leafColumns([[cell('行'), cell('项目', 2), cell('合计')]]);
  expect(leaves.map(({ column }) => column)).toEqual([0, 3]);
});
