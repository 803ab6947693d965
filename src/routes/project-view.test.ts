import { expect, test } from 'vitest';
import type { Indicator, Project } from '../schema/project.ts';
import { LineAnchors } from './line-anchors.ts';
import { projectView } from './project-view.ts';
import { Remarks } from './remark.ts';

const yuan = (amount: number) => ({ printed: String(amount), yuan: amount });
const indicator = (scope: Indicator['scope'], name: string, value: string, line: number): Indicator => ({
  scope,
  level1: '产出指标',
  level2: '数量指标',
  name,
  value,
  line,
});

const project: Project = {
  number: 3,
  name: '流动书车',
  line: 500,
  sheets: [{ first: 498, last: 530 }],
  department: { code: '036', name: '示例县文化局' },
  unit: '示例县图书馆',
  attribute: '经常性项目',
  period: '3年',
  funds: [
    { source: '合计', total: yuan(900_000), annual: yuan(300_000), line: 503 },
    { source: '省级', total: yuan(600_000), annual: yuan(200_000), line: 504 },
    { source: '市县', total: yuan(300_000), annual: yuan(100_000), line: 505 },
    { source: '其他', total: null, annual: null, line: 506 },
  ],
  texts: [
    { field: '项目概况', text: '开车下乡借书。', line: 507 },
    { field: '项目实施计划', text: '开车下乡借书', line: 510 },
  ],
  indicators: [],
  timestamp: '20310102030405',
};

const view = (changes: Partial<Project> = {}, remarks = new Remarks([])) =>
  projectView({ ...project, ...changes }, new LineAnchors(), remarks);

const targets = (indicators: Indicator[]) =>
  view({ indicators }).targets[0]?.groups[0]?.targets.map(({ anchors: _, ...target }) => target);

test('says how much, from whom and for how long', () => {
  const card = view();
  expect(card.money).toBe('30.00 万元');
  expect(card.period).toBe('90.00 万元');
  expect(card.from).toBe('来自省级财政、市县（区）财政');
  expect(card.funds.map((fund) => [fund.source, fund.amount, fund.share, fund.period])).toEqual([
    ['省级', '200,000 元', '66.67%', '600,000 元'],
    ['市县', '100,000 元', '33.33%', '300,000 元'],
  ]);
  expect(card.filed).toBe('2031-01-02');
});

test('shows an amount with 角分 as it is printed', () => {
  const annual = { printed: '200,000.50', yuan: 200_001 };
  const funds = [
    { source: '省级' as const, total: { printed: '600,000.49', yuan: 600_000 }, annual, line: 504 },
  ];
  const [fund] = view({ funds }).funds;
  expect([fund?.amount, fund?.period]).toEqual(['200,000.50 元', '600,000.49 元']);
});

test('marks a target that is open in the year or in the period', () => {
  const open = { ...indicator('年度', '配', '≥90%', 524), undecided: '名称只印出折行的残字' };
  expect(targets([indicator('实施期', '配', '≥90%', 524), open])).toEqual([
    { name: '配', value: '≥90%', undecided: '名称只印出折行的残字', line: 524 },
  ]);
});

test('shows a text that two fields repeat once, under both names', () => {
  expect(view().texts.map((text) => text.title)).toEqual(['项目概况、项目实施计划']);
});

test('shows a target once where year and period agree', () => {
  expect(
    targets([indicator('实施期', '出车次数', '≥90次', 520), indicator('年度', '出车次数', '≥90次', 520)]),
  ).toEqual([{ name: '出车次数', value: '≥90次', line: 520 }]);
});

test('sets year and period side by side where they differ', () => {
  expect(
    targets([indicator('实施期', '出车次数', '≥90次', 520), indicator('年度', '出车次数', '≥30次', 520)]),
  ).toEqual([{ name: '出车次数', value: '≥30次', period: '≥90次', line: 520 }]);
});

test('takes a name that the narrower column cut off for the same target', () => {
  expect(
    targets([
      indicator('实施期', '流动书车出车次数', '≥90次', 520),
      indicator('年度', '流动书车出', '≥90次', 520),
    ]),
  ).toEqual([{ name: '流动书车出车次数', value: '≥90次', line: 520 }]);
});

test('keeps what only one of the two has', () => {
  expect(targets([indicator('实施期', '新书', '9册', 520), indicator('年度', '旧书', '1册', 521)])).toEqual([
    { name: '旧书', value: '1册', period: null, line: 521 },
    { name: '新书', value: '', period: '9册', line: 520 },
  ]);
});

test('shows the remarks of all lines of its sheets', () => {
  const remark = { tone: 'open' as const, label: '存疑', text: '一格两读', place: { line: 529 } };
  expect(view({}, new Remarks([remark])).remarks).toEqual([remark]);
});

test('gives every line of the form one anchor', () => {
  const card = view({ indicators: [indicator('年度', '新书', '9册', 520)] });
  expect(card.anchorsAbove).toEqual([503, 506]);
  expect(card.funds.map((fund) => fund.anchor)).toEqual([true, true]);
  expect(card.texts.flatMap((text) => text.anchors)).toEqual([507, 510]);
  expect(card.targets[0]?.groups[0]?.targets[0]?.anchors).toEqual([520]);
});
