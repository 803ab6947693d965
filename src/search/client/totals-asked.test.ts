import { expect, test } from 'vitest';
import { readQuery } from '../query/read-query.ts';
import { totalsAsked } from './totals-asked.ts';

const amount = (column: string, wan: number) => ({ column, printed: wan.toFixed(2), yuan: wan * 10_000 });
const table = {
  title: '2031年财政拨款收支总表',
  headings: ['一般公共预算', '政府性基金预算'],
  amounts: [amount('收入总计', 9), amount('支出总计', 9), amount('支出总计/一般公共预算', 8)],
};
const shown = (query: string) =>
  totalsAsked(table, readQuery(query)).map(({ column, printed }) => `${column} ${printed}`);

test('a table that is found by its title shows what it comes to', () => {
  expect(shown('收支总表')).toEqual(['收入总计 9.00', '支出总计 9.00']);
});

test('by a heading, what its column comes to', () => {
  expect(shown('一般公共预算')).toEqual(['支出总计/一般公共预算 8.00']);
  expect(shown('收支总表 一般公共预算')).toEqual(['支出总计/一般公共预算 8.00']);
});

test('by the heading of a blank column, nothing that could be taken for its figure', () => {
  expect(shown('政府性基金')).toEqual([]);
  expect(shown('收支总表 政府性基金')).toEqual(['收入总计 9.00', '支出总计 9.00']);
});
