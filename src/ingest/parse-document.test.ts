import { expect, test } from 'vitest';
import { parseDocument } from './parse-document.ts';

const before = `云溪县图书馆
2031年度单位预算公开

第二部分 2031年单位预算报表

2031年预算支出总表

单位：万元

科目编码	科目名称	合计	基本支出	项目支出
合计		10.00		10.00
207	文化旅游体育与传媒支出	10.00		10.00

第四部分 名词解释

一、结转：留到下年。

云溪县县级预算部门（单位）项目支出绩效目标表

项目名称		书库修缮
主管部门及代码		036-云溪县文化和旅游局		实施单位		云溪县图书馆
项目资金（元）	实施期资金总额：	100,000		年度资金总额：		100,000
项目概况		修缮书库。
绩效指标	一级指标	二级指标	三级指标	指标值	二级指标	三级指标	指标值
	产出指标	数量指标	书架	≥12个	数量指标	书架	≥12个
`;
const foot = '负责人：		经办人：		联系电话：		填报日期：	20310131162858\n';

function saysCut(text: string): boolean {
  const { disclosure } = parseDocument(text, { file: 't', sha256: '0'.repeat(64), encoding: 'utf-8' });
  expect(disclosure.projects).toHaveLength(1);
  return disclosure.findings.some(({ rule }) => rule === 'text-ends-in-table');
}

test('a text ends regularly with the foot of a form, and may be cut where a row of it is the last', () => {
  expect(saysCut(`${before}${foot}`)).toBe(false);
  expect(saysCut(before)).toBe(true);
});
