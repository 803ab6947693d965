import { expect, test } from 'vitest';
import type { Table } from '../schema/table.ts';
import { LineAnchors } from './line-anchors.ts';
import { Remarks } from './remark.ts';
import { tableView } from './table-view.ts';

const money = (wan: number) => ({ printed: wan.toFixed(2), yuan: wan * 10_000 });

const spending: Table = {
  number: 3,
  title: '2031年预算支出总表',
  line: 40,
  unit: '万元',
  columns: [
    { path: '项目/科目编码', role: 'code', side: '' },
    { path: '项目/科目名称', role: 'label', side: '' },
    { path: '2031年预算数/合计', role: 'amount', side: '' },
    { path: '2031年预算数/基本支出', role: 'amount', side: '' },
  ],
  rows: [
    { line: 43, cells: ['合计', '', money(9), money(9)] },
    { line: 44, cells: ['207', '文化支出', money(9), money(9)] },
    { line: 45, cells: ['20702', '文物', money(9), null] },
    { line: 46, cells: ['2070204', '文物保护', null, null] },
  ],
  notes: [],
  noData: null,
};

const twoSided: Table = {
  ...spending,
  number: 1,
  columns: [
    { path: '收入/项目', role: 'label', side: '收入' },
    { path: '收入/2031年', role: 'amount', side: '收入' },
    { path: '支出/项目', role: 'label', side: '支出' },
    { path: '支出/2031年合计', role: 'amount', side: '支出' },
  ],
  rows: [
    { line: 50, cells: ['一、一般公共预算', money(9), '一、教育支出', null] },
    { line: 51, cells: ['二、单位资金', null, '二、文化支出', money(9)] },
    { line: 52, cells: ['', null, '三、其他支出', null] },
  ],
};

const draw = (table: Table, remarks = new Remarks([])) => tableView(table, 't', new LineAnchors(), remarks);

test('spans headings over what they share', () => {
  expect(
    draw(spending).sides[0]?.head.map((row) =>
      row.map((cell) => `${cell.text} ${cell.columns}×${cell.rows}`),
    ),
  ).toEqual([
    ['项目 2×1', '2031年预算数 2×1'],
    ['科目编码 1×1', '科目名称 1×1', '合计 1×1', '基本支出 1×1'],
  ]);
});

test('indents by 类 款 项, and takes 合计 in the place of a code for the name of its row', () => {
  const rows = draw(spending).sides[0]?.rows ?? [];
  expect(rows.map((row) => row.level)).toEqual([0, 1, 2, 3]);
  expect(rows.map((row) => row.total)).toEqual([true, false, false, false]);
  expect(rows[0]?.cells[0]).toEqual({ kind: 'head', text: '合计' });
});

test('tells a line without amounts from others', () => {
  expect(draw(spending).sides[0]?.rows.map((row) => row.blank)).toEqual([false, false, false, true]);
});

test('gives each half of a line an id of its own, and that of the line to the half that has an amount', () => {
  const [income, expense] = draw(twoSided).sides;
  expect(income?.title).toBe('收入');
  expect(income?.rows.map((row) => row.ids)).toEqual([['L50-1', 'L50'], ['L51-1']]);
  expect(expense?.rows.map((row) => row.ids)).toEqual([['L50-2'], ['L51-2', 'L51'], ['L52-2', 'L52']]);
});

test('shows what is said about a half of a line at that half', () => {
  const about = (column: string) => ({
    tone: 'bad' as const,
    label: '不符',
    text: column,
    place: { table: 1, column, line: 50 },
  });
  const sides = draw(twoSided, new Remarks([about('支出/2031年合计'), about('收入/2031年')])).sides;
  expect(sides.map((side) => side.rows[0]?.remarks.map(({ text }) => text))).toEqual([
    ['收入/2031年'],
    ['支出/2031年合计'],
  ]);
});

test('says that a table without any amount is empty, and keeps the ids of its rows', () => {
  const empty = draw({ ...spending, rows: [{ line: 43, cells: ['合计', '', null, null] }] });
  expect(empty.empty).toBe(true);
  expect(empty.sides).toEqual([]);
  expect(empty.emptyIds).toEqual(['L43']);
  const halves = draw({ ...twoSided, rows: [{ line: 52, cells: ['甲', null, '三、其他支出', null] }] });
  expect(halves.emptyIds).toEqual(['L52-1', 'L52', 'L52-2']);
});

test('shows each remark once, at its line', () => {
  const remark = { tone: 'fix' as const, label: '更正', text: '改了一个字', place: { line: 51 } };
  const remarks = new Remarks([remark]);
  const sides = draw(twoSided, remarks).sides;
  expect(sides.flatMap((side) => side.rows).flatMap((row) => row.remarks)).toEqual([remark]);
  expect(remarks.left()).toEqual([]);
});

test('says what was found of a table that no template knows above it, also where a line of its header is named', () => {
  const remark = {
    tone: 'open' as const,
    label: '存疑',
    text: '未按项目读取，原文保留。',
    place: { line: 42 },
  };
  const unknown = { ...spending, number: null };
  expect(draw(unknown, new Remarks([remark])).remarks).toEqual([remark]);
});
