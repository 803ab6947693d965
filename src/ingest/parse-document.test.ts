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

test('tables may be the last part of a text that has its glossary above them', () => {
  const cover =
    '云溪县图书馆\n2031年单位预算公开\n\n第二部分 2031年单位预算情况说明\n\n一、收入情况\n略。\n\n';
  const terms = '第三部分 名词解释\n\n1.结转：留到下年。\n\n';
  const table =
    '第四部分 2031年单位预算表\n\n部门支出总表\n\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t9.00\t9.00\t';
  const status = (text: string) => {
    const { disclosure } = parseDocument(text, { file: 't', sha256: '0'.repeat(64), encoding: 'utf-8' });
    return disclosure.findings.find(({ rule }) => rule === 'text-ends-in-table')?.status;
  };
  expect(status(`${cover}${terms}${table}`)).toBe('note');
  expect(status(`${cover}${table}`)).toBe('undecided');
});

test('rows of a catalogue in HTML on one line are read once', () => {
  const rows = [
    ['代码', '一级目录', '二级目录', '三级目录', '四级目录'],
    ['A', '公共服务', '', '', ''],
    ['A08', '', '文化服务', '', ''],
    ['A0802', '', '', '群众文化服务', ''],
    ['A080201', '', '', '', '阅读推广服务'],
  ];
  const html = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const attached = [
    '云岭省部门购买服务指导性目录（第二批）',
    '云岭省文化和旅游厅',
    `<table>${html}</table>`,
    '云岭省水利厅',
  ];
  const text = `${before}${foot}\n云岭省财政厅文件\n\n云财综〔2031〕6号\n\n云岭省财政厅关于印发《云岭省部门购买服务指导性目录》的通知\n\n各单位：\n\n现印发给你们。\n\n云岭省财政厅\n\n2031年6月3日\n\n${attached.join('\n\n')}\n\n<table>${html}</table>\n`;
  const { catalogue } = parseDocument(text, { file: 't', sha256: '0'.repeat(64), encoding: 'utf-8' });
  expect(catalogue?.departments.map(({ entries }) => entries.length)).toEqual([4, 4]);
  expect(catalogue?.findings).toEqual([]);
});
