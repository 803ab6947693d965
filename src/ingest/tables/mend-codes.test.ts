import { expect, test } from 'vitest';
import { readTable } from '../testing/read-table.ts';

const head =
  '2031年预算支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t10.00\t10.00\t\n';
const rows = [
  '207\t文化旅游体育与传媒支出\t10.00\t10.00\t',
  '20701\t文化和旅游\t10.00\t10.00\t',
  '2070104\t图书馆\t6.00\t6.00\t',
  '2070109\t群众文化\t4.00\t4.00\t',
];
const printed = ['合计 10.00 10.00', ...rows.map((row) => row.trim().replaceAll('\t', ' '))];

test.each([
  [0, '2O7'],
  [1, '2O7O1'],
  [2, '207OlO4'],
  [3, '2070I09'],
])('letters in the code of row %i are read as the digits that its place asks for', (at, code) => {
  const misread = rows.map((row, index) => (index === at ? row.replace(/^\d+/, code) : row));
  const table = readTable(`${head}${misread.join('\n')}\n`);
  expect(table).toEqual({ rows: printed, notes: [], said: [`${7 + at} decided code-mended`] });
});

test.each(['207010', '20701040', '2O8O1O4', '2070'])(
  'a code %s stays as printed, with its amounts, and is reported',
  (code) => {
    const cut = rows.map((row) => row.replace(/^2070104/, code));
    expect(readTable(`${head}${cut.join('\n')}\n`)).toEqual({
      rows: printed.map((row) => row.replace(/^2070104/, code)),
      notes: [],
      said: ['9 undecided code-doubtful'],
    });
  },
);

test('codes of bodies among the functions have their own length', () => {
  const unit = '301001\t云溪县图书馆\t10.00\t10.00\t';
  expect(readTable(`${head}${[unit, ...rows].join('\n')}\n`).said).toEqual([]);
});
