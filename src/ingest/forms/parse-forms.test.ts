import { expect, test } from 'vitest';
import { displayWidth } from '../text/display-width.ts';
import { parseForms } from './parse-forms.ts';

const form = `某县县级预算部门（单位）项目支出绩效目标表

(2025年度)

项目名称		乡村图书室维护
主管部门及代码		061-某县文化局[部门]		实施单位		某县文化馆
项目属性		一次性项目(1年结束)		项目期		1年
项目资金(元)	实施期资金总额:		120,000		年度资金总额:		120,000
	其中:中央财政资金		0		其中:中央财政资金		0
	省级财政资金		20,000		省级财政资金		20,000
	市县(区)财政资金		100,000		市县(区)财政资金		100,000
	单位自筹		0		单位自筹		0
	其他资金				其他资金
项目概况		维护十二间图书室。
实施期目标				年度目标
总体目标		书架修好。				书架修好。
绩效指标	一级指标	二级指标	三级指标	指标值	二级指标	三级指标	指标值
	产出指标	数量指标	图书室间数	12间	数量指标	图书室间数	12间
		质量指标	验收合格率	≥95%	质量指标	验收合格率	≥95%
	满意度指标	服务对象满意度	读者满意度	≥90%	服务对象满意度指	读者满意度	≥90%
负责人:	经办人:	联系电话:		填报日期:	20250110093015
`;

test('reads a form as one project with two lists of indicators', () => {
  const lines = form.split('\n').map((text, index) => ({ text, line: index + 1 }));
  const { projects, findings, used } = parseForms(lines);
  expect(findings).toEqual([]);
  expect(used).toEqual([{ first: 1, last: 21 }]);
  expect(projects).toHaveLength(1);
  expect(projects[0]).toMatchObject({
    name: '乡村图书室维护',
    department: { code: '061', name: '某县文化局' },
    unit: '某县文化馆',
    period: '1年',
    timestamp: '20250110093015',
  });
  expect(projects[0]?.funds[0]).toEqual({
    source: '合计',
    total: { printed: '120,000', yuan: 120000 },
    annual: { printed: '120,000', yuan: 120000 },
    line: 8,
  });
  expect(
    projects[0]?.indicators.map(({ scope, level2, name, value }) => [scope, level2, name, value].join(' ')),
  ).toEqual([
    '实施期 数量指标 图书室间数 12间',
    '实施期 质量指标 验收合格率 ≥95%',
    '实施期 服务对象满意度指标 读者满意度 ≥90%',
    '年度 数量指标 图书室间数 12间',
    '年度 质量指标 验收合格率 ≥95%',
    '年度 服务对象满意度指标 读者满意度 ≥90%',
  ]);
});

test('a field that the template does not have stays apart from the text of the one before', () => {
  const further = form.replace(
    '实施期目标\t',
    '申报理由说明\t\t书架多年未修，读者不便。\n\t\t报修已有三次。\n实施期目标\t',
  );
  const { projects, findings } = parseForms(
    further.split('\n').map((text, index) => ({ text, line: index + 1 })),
  );
  expect(projects[0]?.texts[0]).toEqual({
    field: '项目概况',
    text: '维护十二间图书室。申报理由说明：书架多年未修，读者不便。报修已有三次。',
    line: 14,
  });
  expect(findings).toMatchObject([{ rule: 'text-field-unknown', status: 'note', place: { line: 15 } }]);
});

test('a form whose cells are parted by single blanks is not read, and its first line is reported', () => {
  const bare = form.replaceAll(/\t+/g, ' ');
  const { projects, findings } = parseForms(
    bare.split('\n').map((text, index) => ({ text, line: index + 1 })),
  );
  expect(projects).toEqual([]);
  expect(findings).toMatchObject([{ rule: 'form-unread', status: 'undecided', place: { line: 5 } }]);
});

test('a form whose cells are aligned with blanks is read like one with tabs', () => {
  const rows = form.split('\n').map((text) => text.split('\t'));
  const isRow = (cells: string[]) => cells.length > 1;
  const widthOf = (column: number) =>
    Math.max(...rows.filter(isRow).map((cells) => displayWidth(cells[column] ?? '')));
  const pad = (cell: string, column: number) => cell + ' '.repeat(widthOf(column) - displayWidth(cell) + 2);
  const aligned = rows.map((cells) => (isRow(cells) ? cells.map(pad).join('').trimEnd() : cells.join('')));
  const linesOf = (texts: string[]) => texts.map((text, index) => ({ text, line: index + 1 }));
  const read = parseForms(linesOf(aligned));
  expect(read.projects).toEqual(parseForms(linesOf(form.split('\n'))).projects);
  expect(read.findings[0]).toMatchObject({ rule: 'cells-by-blanks', status: 'decided', place: { line: 5 } });
});
