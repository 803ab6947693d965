import { expect, test } from 'vitest';
import { national } from './national.ts';
import { unflattenHeader } from './unflatten-header.ts';

const rowsOf = (text: string) => text.split('\n').map((line) => line.split(' '));
const leavesOf = (number: number, columns: number) =>
  national.tables.find((table) => table.number === number && table.leaves.length === columns)?.leaves ?? [];

const byFunction = leavesOf(5, 8);
const byFunctionPlainly = leavesOf(5, 9);
const threePublic = leavesOf(10, 9);

test('a heading takes the cells that the template has below it', () => {
  const rows = rowsOf('功能分类科目 合计 基本支出 项目支出\n科目编码 科目名称 小计 人员经费 公用经费');
  expect(unflattenHeader(rows, 7, byFunction, national)).toEqual([
    ['功能分类科目', '', '合计', '基本支出', '', '', '项目支出'],
    ['科目编码', '科目名称', '', '小计', '人员经费', '公用经费', ''],
  ]);
});

test('the columns of a year end where a heading comes again', () => {
  const rows = rowsOf(
    '功能分类科目 2030年预算数 2031年预算数 2031年比2030年增减\n科目编码 科目名称 合计 合计 项目支出 增减额 增减%',
  );
  expect(unflattenHeader(rows, 7, byFunctionPlainly, national)?.[0]).toEqual([
    ...['功能分类科目', '', '2030年预算数', '2031年预算数', '', '2031年比2030年增减', ''],
  ]);
});

test('a year without a cell below it is a column of its own', () => {
  const rows = rowsOf('功能分类科目 2030年预算数 2031年预算数\n科目编码 科目名称 合计 基本支出 项目支出');
  expect(unflattenHeader(rows, 6, byFunctionPlainly, national)).toEqual([
    ['功能分类科目', '', '2030年预算数', '2031年预算数', '', ''],
    ['科目编码', '科目名称', '', '合计', '基本支出', '项目支出'],
  ]);
});

test('years over items over their parts have the same each', () => {
  const items = '合计 因公出国（境）费 公务接待费 公务用车购置及运行费';
  const parts = '小计 公务用车购置费 公务用车运行费';
  const rows = rowsOf(`2030年预算数 2031年预算数\n${items} ${items}\n${parts} ${parts}`);
  const half = ['合计', '因公出国（境）费', '公务接待费', '公务用车购置及运行费', '', ''];
  expect(unflattenHeader(rows, 12, threePublic, national)?.[1]).toEqual([...half, ...half]);
});

test('cells that do not come out even with the columns stay as they are', () => {
  const rows = rowsOf('功能分类科目 合计 基本支出 项目支出\n科目编码 科目名称 小计 人员经费 公用经费');
  expect(unflattenHeader(rows, 8, byFunction, national)).toBeUndefined();
});
