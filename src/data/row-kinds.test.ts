import { expect, test } from 'vitest';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { yuanOf } from '../schema/figure.ts';
import { entriesOf, type Table } from '../schema/table.ts';
import { rowKindsOf } from './row-kinds.ts';

const unit = { name: '东山镇文化站', slug: 'dong-shan-zhen-wen-hua-zhan' };

/** A table with code, label, a second label where given, and one column of amounts in 万元. */
function table(
  number: number,
  rows: [code: string, label: string, wan: number, counterpart?: string][],
): Table {
  const column = (path: string, role: Table['columns'][number]['role']) => ({
    path,
    role,
    side: '' as const,
  });
  return {
    ...{ number, title: '', line: 1, unit: '万元', notes: [], noData: null },
    columns: [
      ...[column('编码', 'code'), column('名称', 'label')],
      ...[column('政府科目', 'counterpart'), column('合计', 'amount')],
    ],
    rows: rows.map(([code, label, wan, counterpart = ''], index) => ({
      line: index + 2,
      cells: [code, label, counterpart, { printed: wan.toFixed(2), yuan: wan * 10_000 }],
    })),
  };
}

function kindsOf(printed: Table, kind: Disclosure['kind'] = '单位') {
  return rowKindsOf(printed, { ...cleanDisclosure(1), unit, kind });
}

test('类 and 款 are sums of what is printed beneath, 项 are items', () => {
  const printed = table(3, [
    ['', '合计', 3],
    ['208', '社会保障和就业支出', 3],
    ['20805', '行政事业单位养老支出', 3],
    ['2080502', '事业单位离退休', 1],
    ['2080505', '养老保险缴费', 2],
  ]);
  expect(kindsOf(printed)).toEqual(['合计', '小计', '小计', '明细', '明细']);
});

test('a code that lost a digit, with nothing beneath it, may be either', () => {
  const printed = table(3, [
    ['', '合计', 3],
    ['208', '社会保障和就业支出', 3],
    ['20906', '行政事业单位养老支出', 3],
    ['2080502', '事业单位离退休', 3],
  ]);
  expect(kindsOf(printed)).toEqual(['合计', '小计', null, '明细']);
});

test('beside a row without a code only the total is certain', () => {
  const printed = table(3, [
    ['', '合计', 3],
    ['208', '社会保障和就业支出', 3],
    ['', '行政事业单位养老支出', 3],
  ]);
  expect(kindsOf(printed)).toEqual(['合计', null, null]);
});

test('in table 六 a group has no government item beside it', () => {
  const printed = table(6, [
    ['', '合计', 5],
    ['', '工资福利支出', 3],
    ['', '基本工资', 3, '工资奖金津补贴'],
    ['', '资本性支出', 2],
  ]);
  expect(kindsOf(printed)).toEqual(['合计', '小计', '明细', '明细']);
});

test('in table 六 a row that is neither a known group nor a known item leaves all but the total open', () => {
  const printed = table(6, [
    ['', '合计', 5],
    ['', '工资福利支出', 3],
    ['', '基本工资', 3, '工资奖金津补贴'],
    ['', '对个人家庭补助', 2],
  ]);
  expect(kindsOf(printed)).toEqual(['合计', null, null, null]);
});

test('the vehicles of table 十 are a sum only where their parts are printed', () => {
  const rows: [string, string, number][] = [
    ['', '合计', 3],
    ['', '1、因公出国（境）费', 1],
    ['', '2、公务用车购置及运行费', 2],
  ];
  expect(kindsOf(table(10, rows))).toEqual(['合计', '明细', '明细']);
  expect(kindsOf(table(10, [...rows, ['', '①公务用车运行费', 2]]))).toEqual(['合计', '明细', '小计', '明细']);
});

test('a department’s projects stand beneath their units', () => {
  const printed = table(12, [
    ['', '合计', 9],
    ['', '机关本级', 5],
    ['', '修缮', 2],
    ['', '普查', 3],
    ['', '图书馆', 4],
    ['', '购书', 4],
  ]);
  expect(kindsOf(printed, '部门')).toEqual(['合计', '小计', '明细', '明细', '小计', '明细']);
});

test('a unit’s line above its projects is the total, and so is one that repeats it', () => {
  const printed = table(12, [
    ['', '合计', 5],
    ['', '东山镇文化站', 5],
    ['', '修缮', 2],
    ['', '普查', 3],
  ]);
  expect(kindsOf(printed)).toEqual(['合计', '合计', '明细', '明细']);
});

test('a list that does not add up may hold sums under other names', () => {
  const printed = table(12, [
    ['', '东山镇文化站', 5],
    ['', '东山镇', 5],
    ['', '修缮', 4],
  ]);
  expect(kindsOf(printed)).toEqual(['合计', null, null]);
});

test.each([1, 2, 3])('in a clean budget (%i) the items of every column add up to its total', (seed) => {
  const disclosure = cleanDisclosure(seed, { funds: true, carried: true });
  let sums = 0;
  for (const printed of disclosure.tables) {
    const kinds = rowKindsOf(printed, disclosure);
    const cells = entriesOf(printed).flatMap(({ side, amounts }, index) =>
      [...amounts].map(([column, figure]) => ({
        at: side + column,
        kind: kinds[index],
        yuan: yuanOf(figure) ?? 0,
      })),
    );
    for (const [at, column] of Map.groupBy(cells, (cell) => cell.at)) {
      const items = column.filter(({ kind }) => kind === '明细');
      const total = column.find(({ kind }) => kind === '合计');
      if (items.length === 0 || !total) continue;
      const off = items.reduce((sum, { yuan }) => sum + yuan, 0) - total.yuan;
      expect(Math.abs(off), `table ${printed.number} ${at}`).toBeLessThanOrEqual(50 * (items.length + 1));
      sums += 1;
    }
  }
  expect(sums).toBeGreaterThan(30);
});
