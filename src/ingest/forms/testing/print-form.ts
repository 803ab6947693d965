import type { FundSource, Level1 } from '../../../schema/project.ts';
import type { SourceLine } from '../../source-line.ts';
import type { Level } from '../read-level.ts';
import type { FormModel, ModelIndicator } from './any-form.ts';

/** One printed line with what it is, so that faults know where they may strike. */
export interface PrintedRow {
  part: 'title' | 'head' | 'funds' | 'text' | 'goals' | 'header' | 'indicator' | 'foot' | 'page';
  cells: string[];
  /** Level that the row belongs to in either list. */
  level?: Level;
  /** Whether a fault has changed this row. */
  isTouched?: boolean;
}

const fundLabels: [FundSource, string][] = [
  ['中央', '其中:中央财政资金'],
  ['省级', '省级财政资金'],
  ['市县', '市县(区)财政资金'],
  ['自筹', '单位自筹'],
  ['其他', '其他资金'],
];
const textLabels = ['项目概况', '立项依据', '项目设立必要性', '保证项目实施的制度、措施', '项目实施计划'];

/** Prints a form on the eight columns of the template, without a fault. */
export function printForm(model: FormModel): PrintedRow[] {
  const money = (amount: number | null) => (amount === null ? '' : amount.toLocaleString('en-US'));
  const funds = (
    label: string,
    right: string,
    [total, annual]: [number | null, number | null],
    first = '',
  ) => ({
    part: 'funds' as const,
    cells: [first, label, money(total), '', right, money(annual), '', ''],
  });
  return [
    { part: 'title', cells: ['青禾县县(区)级预算部门(单位)项目支出绩效目标表'] },
    { part: 'page', cells: [''] },
    { part: 'title', cells: ['(2025年度)'] },
    { part: 'page', cells: [''] },
    { part: 'head', cells: ['项目名称', '', model.name, '', '', '', '', ''] },
    {
      part: 'head',
      cells: [
        '主管部门及代码',
        '',
        `${model.code}-${model.department}[部门]`,
        '',
        '实施单位',
        '',
        model.unit,
        '',
      ],
    },
    { part: 'head', cells: ['项目属性', '', model.attribute, '', '项目期', '', model.period, ''] },
    funds('实施期资金总额:', '年度资金总额:', model.funds.合计, '项目资金(元)'),
    ...fundLabels.map(([source, label]) => funds(label, label, model.funds[source])),
    ...textLabels.map(
      (label, index): PrintedRow => ({
        part: 'text',
        cells: [label, '', model.texts[index] ?? '', '', '', '', '', ''],
      }),
    ),
    { part: 'goals', cells: ['实施期目标', '', '', '', '年度目标', '', '', ''] },
    { part: 'goals', cells: ['总体目标', '', model.goals[0], '', '', model.goals[1], '', ''] },
    printHeader(),
    ...printIndicators(model),
    { part: 'foot', cells: ['负责人:', '经办人:', '联系电话:', '', '填报日期:', model.timestamp, '', ''] },
    { part: 'page', cells: [''] },
  ];
}

export function printHeader(): PrintedRow {
  return {
    part: 'header',
    cells: ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'],
  };
}

function printIndicators(model: FormModel): PrintedRow[] {
  let last: Level1 | null = null;
  return model.levels.flatMap((level) => {
    const of = (list: ModelIndicator[]) => list.filter((indicator) => indicator.level === level);
    const period = of(model.indicators.period);
    const annual = of(model.indicators.annual);
    return Array.from({ length: Math.max(1, period.length) }, (_, index): PrintedRow => {
      const { level1, level2 } = level;
      const first = level1 === last ? '' : level1;
      last = level1;
      const label = index > 0 ? '' : level2 === '服务对象满意度指标' ? '服务对象满意度' : level2;
      const [left, right] = [period[index], annual[index]];
      return {
        part: 'indicator',
        level,
        cells: [
          '',
          first,
          label,
          left?.name ?? '',
          left?.value ?? '',
          label,
          right?.name ?? '',
          right?.value ?? '',
        ],
      };
    });
  });
}

/** The printed rows as lines of a source. */
export function toLines(rows: PrintedRow[]): SourceLine[] {
  return rows.map((row, index) => ({ text: row.cells.join('\t'), line: index + 1 }));
}
