import { expect, test } from 'vitest';
import { readTable } from '../testing/read-table.ts';

test('an item without amounts is a row also where its blank cells were trimmed', () => {
  const text = `2031年财政拨款安排“三公”经费支出预算表

单位：万元

项目	2031年预算数
	合计	一般公共预算	政府性基金预算	国有资本经营预算
因公出国（境）费
公务接待费	0.50	0.50
公务用车购置及运行费	2.00	2.00
①公务用车购置费
②公务用车运行维护费	2.00	2.00
合计	2.50	2.50
`;
  const { rows, notes, said } = readTable(text);
  expect(rows).toEqual([
    '因公出国（境）费',
    '公务接待费 0.50 0.50',
    '公务用车购置及运行费 2.00 2.00',
    '①公务用车购置费',
    '②公务用车运行维护费 2.00 2.00',
    '合计 2.50 2.50',
  ]);
  expect(notes).toEqual([]);
  expect(said.filter((one) => one.includes('undecided'))).toEqual([]);
});
