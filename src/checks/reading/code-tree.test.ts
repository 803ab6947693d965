import { expect, test } from 'vitest';
import type { Table } from '../../schema/table.ts';
import { type CodeNode, readCodeTree } from './code-tree.ts';
import { TableView } from './table-view.ts';

/** A table by code with one amount a line: `['207', 10]`. */
function tree(...lines: [string, number][]) {
  const table: Table = {
    number: 3,
    title: '',
    line: 1,
    unit: '万元',
    columns: [
      { path: '科目编码', role: 'code', side: '' },
      { path: '科目名称', role: 'label', side: '' },
      { path: '合计', role: 'amount', side: '' },
    ],
    rows: lines.map(([code, amount], index) => ({
      line: index + 2,
      cells: [
        code === '合计' ? '' : code,
        code === '合计' ? code : code.length === 6 || code === '328' ? '云溪县图书馆' : '书',
        { printed: `${amount}`, yuan: amount },
      ],
    })),
    notes: [],
    noData: null,
  };
  const { total, roots, strays } = readCodeTree(new TableView(3, table));
  return { total: total?.label, roots: roots.map(drawn), strays: strays.length };
}

const drawn = ({ line, children }: CodeNode): string =>
  children.length > 0 ? `${line.code}(${children.map(drawn).join(' ')})` : line.code;

test('类, 款 and 项 nest by their codes', () => {
  expect(tree(['合计', 6], ['207', 6], ['20701', 4], ['2070104', 4], ['20702', 2], ['2070205', 2])).toEqual({
    total: '合计',
    roots: ['207(20701(2070104) 20702(2070205))'],
    strays: 0,
  });
});

test('an item whose 款 is not printed belongs to its 类', () => {
  expect(tree(['207', 6], ['2070104', 4], ['20702', 2]).roots).toEqual(['207(2070104 20702)']);
});

test('where codes repeat, the order of the lines decides', () => {
  expect(tree(['207', 6], ['2070104', 6], ['207', 3], ['2070104', 3]).roots).toEqual([
    '207(2070104)',
    '207(2070104)',
  ]);
});

test('an amount without a code is a stray: no sum over the tree can be trusted', () => {
  expect(tree(['207', 6], ['', 4]).strays).toBe(1);
});

test('bodies among the functions of a department are none of them', () => {
  expect(
    tree(
      ['合计', 9],
      ['328', 9],
      ['328001', 6],
      ['207', 6],
      ['20701', 6],
      ['328002', 3],
      ['207', 3],
      ['20701', 3],
    ),
  ).toEqual({ total: '合计', roots: ['207(20701)', '207(20701)'], strays: 0 });
});

test('合计 before both sides of a table is the total of both', () => {
  const amount = { printed: '6.00', yuan: 60_000 };
  const table: Table = {
    number: 9,
    title: '',
    line: 1,
    unit: '万元',
    columns: [
      { path: '收入/科目名称', role: 'label', side: '收入' },
      { path: '收入/预算', role: 'amount', side: '收入' },
      { path: '支出/科目编码', role: 'code', side: '支出' },
      { path: '支出/科目名称', role: 'label', side: '支出' },
      { path: '支出/合计', role: 'amount', side: '支出' },
    ],
    rows: [
      { line: 2, cells: ['合计', amount, '', '', amount] },
      { line: 3, cells: ['利润收入', amount, '223', '国有资本经营预算支出', amount] },
    ],
    notes: [],
    noData: null,
  };
  const { total, roots, strays } = readCodeTree(new TableView(9, table), '支出');
  expect({ total: total?.name, roots: roots.map(drawn), strays }).toEqual({
    total: '合计',
    roots: ['223'],
    strays: [],
  });
});
