import type { Budget, BudgetProject } from './budget.ts';
import type { Random } from './random.ts';

const level2 = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['产出指标', '成本指标'],
  ['效益指标', '经济效益指标'],
  ['效益指标', '社会效益指标'],
  ['效益指标', '生态效益指标'],
  ['效益指标', '可持续影响指标'],
  ['满意度指标', '服务对象满意度'],
] as const;

const promises: Record<string, [string, string][]> = {
  数量指标: [
    ['服务点数量', '≥12个'],
    ['培训人次', '≥300人次'],
    ['设备数量', '8台'],
  ],
  质量指标: [
    ['验收合格率', '100%'],
    ['资料完整率', '≥95%'],
  ],
  时效指标: [
    ['完成时间', '12月底前'],
    ['支付时间', '6月底前'],
  ],
  成本指标: [['项目总成本', '不超过预算']],
  社会效益指标: [['公众知晓程度', '提高']],
  可持续影响指标: [['长期运行能力', '增强']],
  服务对象满意度: [['服务对象满意度', '≥95%']],
};

/** Lines of the form of one project, as the conversion leaves them: tab-separated cells on a grid of eight. */
export function formLines(budget: Budget, project: BudgetProject, random: Random): string[] {
  const yuan = (project.annual * 100).toLocaleString('en-US');
  const level = (provincial: boolean) => (project.provincial === provincial ? yuan : '0');
  const row = (...cells: string[]) =>
    [...cells, ...Array<string>(Math.max(0, 8 - cells.length)).fill('')].join('\t');
  const money = (label: string, amount: string, first = '') =>
    row(first, label, amount, '', label.replace('实施期', '年度'), amount);
  const text = (topic: string) => `围绕${project.name}安排资金，${topic}。`;
  const indicators: string[] = [];
  let above = '';
  for (const [one, two] of level2) {
    const chosen = random.sample(promises[two] ?? [], random.int(1, 3));
    for (const [index, [name, value]] of (chosen.length
      ? chosen
      : ([['', '']] as [string, string][])
    ).entries()) {
      const label = index === 0 ? two : '';
      indicators.push(
        row(index === 0 && one !== above ? one : '', label, name, value, label, name.slice(0, 8), value),
      );
    }
    above = one;
  }
  const [first = '', ...rest] = indicators;
  return [
    `${budget.county}县(区)级预算部门(单位)项目支出绩效目标表`,
    '',
    `(${budget.year}年度)`,
    '',
    row('项目名称', '', project.name),
    row('主管部门及代码', '', `${budget.departmentCode}-${budget.unit}`, '', '实施单位', '', budget.unit),
    row('项目属性', '', '一次性项目(1年结束)', '', '项目期', '', '1年'),
    money('实施期资金总额:', yuan, '项目资金(元)'),
    money('其中:中央财政资金', '0'),
    money('省级财政资金', level(true)),
    money('市县(区)财政资金', level(false)),
    money('单位自筹', '0'),
    money('其他资金', ''),
    row('项目概况', '', text('用于当年的各项支出')),
    row('立项依据', '', text('依据年度工作安排立项')),
    row('项目设立必要性', '', text('保证工作按计划开展')),
    row('保证项目实施的制度、措施', '', text('按财务制度管理，专款专用')),
    row('项目实施计划', '', text('上半年完成准备，年底前完成支付')),
    row('实施期目标', '', '', '', '年度目标'),
    row('总体目标', '', text('完成全部任务'), '', text('完成当年任务')),
    row('绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值')
      .split('\t')
      .slice(0, 8)
      .join('\t'),
    ...[first, ...rest].map((line) => `\t${line}`),
    row(
      '负责人:',
      '经办人:',
      '联系电话:',
      '',
      '填报日期:',
      `${budget.year}01${10 + random.int(0, 15)}1${random.int(0, 9)}${random.int(10, 59)}${random.int(10, 59)}`,
    ),
  ];
}
