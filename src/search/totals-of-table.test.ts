import { expect, test } from 'vitest';
import type { Side, Table } from '../schema/table.ts';
import { totalsOfTable } from './totals-of-table.ts';

const figure = (printed: string) => ({ printed, yuan: Math.round(Number(printed) * 10_000) });

/** A table of a label and some amounts a row, in 万元. */
function tableOf(columns: string[], ...rows: [label: string, ...printed: string[]][]): Table {
  const sideOf = (path: string) => (/^(收入|支出)\//.exec(path)?.[1] ?? '') as Side;
  return {
    ...{ number: null, title: '', line: 1, unit: '万元', notes: [], noData: null },
    columns: columns.map((path) => ({
      path,
      role: path.endsWith('项目') ? 'label' : 'amount',
      side: sideOf(path),
    })),
    rows: rows.map((cells, index) => ({
      line: index + 2,
      cells: cells.map((cell, at) =>
        columns[at]?.endsWith('项目') ? cell : cell === '' ? null : figure(cell),
      ),
    })),
  };
}

const totals = (table: Table) => totalsOfTable(table).map(({ column, printed }) => `${column} ${printed}`);

test('the row called 合计, as a whole and by columns', () => {
  const columns = ['项目', '2031年预算数/合计', '2031年预算数/基本支出', '2031年预算数/项目支出'];
  const table = tableOf(columns, ['教育支出', '30.00', '30.00', ''], ['合 计', '40.00', '30.00', '10.00']);
  expect(totals(table)).toEqual(['合计 40.00', '2031年预算数/基本支出 30.00', '2031年预算数/项目支出 10.00']);
});

test('both sides of a two-sided table', () => {
  const columns = ['收入/项目', '收入/2031年', '支出/项目', '支出/2031年合计', '支出/上年结转安排'];
  const table = tableOf(
    columns,
    ['一、一般公共预算', '9.00', '一、教育支出', '9.50', '0.50'],
    ['收入总计', '9.50', '支出总计', '9.50', '0.50'],
  );
  expect(totals(table)).toEqual(['收入总计 9.50', '支出总计 9.50', '支出总计/上年结转安排 0.50']);
});

test('a first row that is the sum of all others, up to rounding', () => {
  const rows: [string, string][] = [
    ['宜城小学', '5.01'],
    ['校舍维修', '3.00'],
    ['图书购置', '2.00'],
  ];
  expect(totals(tableOf(['项目', '合计'], ...rows))).toEqual(['合计 5.01']);
  expect(totals(tableOf(['项目', '合计'], ['宜城小学', '6.00'], ...rows.slice(1)))).toEqual([]);
});

test('the only row, and nothing of a table that comes to nothing', () => {
  expect(totals(tableOf(['项目', '合计'], ['宜城小学', '5.00']))).toEqual(['合计 5.00']);
  expect(totals(tableOf(['项目', '合计'], ['合计', '0.00']))).toEqual([]);
  expect(totals(tableOf(['项目', '合计']))).toEqual([]);
});
