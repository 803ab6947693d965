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

test('so are several such items, and the total of a table without data', () => {
  const four = `2031年财政拨款收支总表

单位：万元

收入		支出
项目	金额	项目	金额
			小计	一般公共预算	政府性基金预算	国有资本经营预算
一、一般公共预算	5.00	一、一般公共服务支出	5.00	5.00
二、政府性基金预算
三、国有资本经营预算
		四、公共安全支出
本年收入合计	5.00	本年支出合计	5.00	5.00
收入总计	5.00	支出总计	5.00	5.00
`;
  expect(readTable(four).rows).toContain('三、国有资本经营预算');
  const eight =
    '2031年政府性基金预算支出表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\n\n注：本表无数据\n';
  expect(readTable(eight)).toEqual({ rows: ['合计'], notes: ['注：本表无数据'], said: [] });
});

test('codes in full-width digits are those digits', () => {
  const text =
    '2031年预算支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n２０７\t文化旅游体育与传媒支出\t5.00\t5.00\t\n';
  expect(readTable(text).rows).toEqual(['207 文化旅游体育与传媒支出 5.00 5.00']);
});
