import { expect, test } from 'vitest';
import { readTable } from '../testing/read-table.ts';

const grid = `科目编码	科目名称	合计	基本支出	项目支出
合计		10.00	10.00	
221	住房保障支出	10.00	10.00	
`;

test.each([
  ['directly', '2031年预算支出总表\n\n2031年预算支出总表\n\n单位：万元\n\n'],
  ['with its label once', '表三 2031年预算支出总表\n\n# 2031年预算支出总表\n\n单位：万元\n\n'],
  [
    'below a head of its own',
    '2031年预算支出总表\n\n单位名称：云溪县图书馆\n\n2031年预算支出总表\n\n单位：万元\n\n',
  ],
])('a title that is printed twice, %s, is the title of one table', (_, head) => {
  expect(readTable(`${head}${grid}`)).toEqual({
    rows: ['合计 10.00 10.00', '221 住房保障支出 10.00 10.00'],
    notes: [],
    said: [],
  });
});
