import { expect, test } from 'vitest';
import { readTable } from '../testing/read-table.ts';

const head = `2031年预算支出总表

单位：万元

项目		2031年预算数		
科目编码	科目名称	合计	基本支出	项目支出
合计		10.00	10.00	
208	社会保障和就业支出	10.00	10.00	
20805	行政事业单位养老支出	10.00	10.00	
`;
const whole = '2080505 机关事业单位基本养老保险缴费支出 10.00 10.00';

test.each([
  ['two lines, broken inside the cell', '2080505	机关事业单位基本养老\n保险缴费支出	10.00	10.00	'],
  ['three lines, broken inside the cell', '2080505	机关事业单位\n基本养老保险\n缴费支出	10.00	10.00	'],
  [
    'two rows, the second with nothing else',
    '2080505	机关事业单位基本养老	10.00	10.00	\n	保险缴费支出			',
  ],
])('the name of a function over %s is one', (_, lines) => {
  expect(readTable(`${head}${lines}\n`)).toEqual({
    rows: [
      '合计 10.00 10.00',
      '208 社会保障和就业支出 10.00 10.00',
      '20805 行政事业单位养老支出 10.00 10.00',
      whole,
    ],
    notes: [],
    said: [expect.stringMatching(/^1[012] decided row-joined$/)],
  });
});

test('a line below the last row is kept as a note and said to be open', () => {
  const table = readTable(`${head}2080505	机关事业单位基本养老	10.00	10.00	\n保险缴费支出\n`);
  expect(table.notes).toEqual(['保险缴费支出']);
  expect(table.said).toEqual(['11 undecided name-open']);
});

test('the heading of a unit among its functions stays a row', () => {
  const rows = '	云溪县图书馆			\n2080505	机关事业单位基本养老保险缴费支出	10.00	10.00	\n';
  const table = readTable(`${head}${rows}`);
  expect(table.rows).toContain('云溪县图书馆');
  expect(table.said).toEqual([]);
});
