import { expect, test } from 'vitest';
import { readTableLines } from './read-table-lines.ts';
import { readTableTitle } from './read-table-title.ts';
import { shanxi13 } from './shanxi-13.ts';

const lines = (texts: string[]) => texts.map((text, index) => ({ text, line: index + 1 }));
const blank = ['单位：万元', '', '科目编码\t科目名称\t合计\t基本支出\t项目支出', '合计\t\t\t\t', ''];
const filled = ['单位：万元', '', '项目\t合计', '公务接待费\t0.59', '合计\t0.59', ''];

test.each([
  '注：本表无数据',
  '此表为空表',
  '备注：本单位2031年度无政府性基金预算，故此表为空。',
  '注：我单位无此类预算支出，公开空表',
  '本单位无此项预算',
  '注：我部门没有国有资本经营预算收入。',
  '无',
])('%s marks a table without amounts', (text) => {
  expect(readTableLines(lines([...blank, text]))).toMatchObject({
    noData: { text, line: 6 },
    notes: [{ text }],
  });
});

test.each(['注：本单位无因公出国（境）经费。', '注：按规定公开', '无'])(
  '%s below amounts does not',
  (text) => {
    expect(readTableLines(lines([...filled, text]))).toMatchObject({ noData: null, notes: [{ text }] });
  },
);

test('此表为空表 is no title of a table', () => {
  expect(readTableTitle('此表为空表', shanxi13)).toBeUndefined();
});
