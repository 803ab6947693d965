import { expect, test } from 'vitest';
import { readTable } from '../testing/read-table.ts';

const head = `2031年预算支出总表

单位：万元

`;

test('rows whose cells nothing tells are kept as notes and reported with their lines', () => {
  const rows =
    '合计 95.00 60.00 35.00\n207 文化旅游体育与传媒支出 85.00 50.00 35.00\n\n221 住房保障支出 10.00 10.00\n';
  expect(readTable(`${head}${rows}`)).toEqual({
    rows: [],
    notes: rows.trim().split(/\n+/),
    said: ['5 undecided rows-unread'],
  });
});

test('a remark that names amounts is no row', () => {
  const grid = '科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t10.00\t10.00\t\n';
  for (const remark of ['注：其中 10.00 万元为上年结余', '上年结余 10.00 万元已收回。'])
    expect(readTable(`${head}${grid}\n${remark}\n`).said).toEqual([]);
});
