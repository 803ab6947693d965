import type { Catalogue } from '../schema/catalogue.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { nationalSet } from '../schema/table-titles.ts';
import { layoutAppropriation } from './appropriation/layout.ts';
import { layoutBasicItems } from './basic-items/layout.ts';
import { layoutBasicStructure } from './basic-structure/layout.ts';
import type { BudgetSummary } from './budget-summary.ts';
import { layoutCatalogue } from './catalogue/layout.ts';
import type { Chart, ChartLayout } from './chart.ts';
import { layoutFlow } from './flow/layout.ts';
import { layoutFunctions } from './functions/layout.ts';
import { layoutIncome } from './income/layout.ts';
import { layoutProjects } from './projects/layout.ts';
import { layoutRegion } from './region/layout.ts';
import { layoutSanGong } from './san-gong/layout.ts';
import { layoutSanGongChange } from './san-gong-change/layout.ts';
import { layoutSanGongYears, layoutYears } from './years/layout.ts';

/** A kind of chart of one disclosure. */
interface Kind {
  id: string;
  title: string;
  layout: (disclosure: Disclosure) => ChartLayout | null;
}

const kinds: Kind[] = [
  { id: 'income', title: '收入预算图', layout: layoutIncome },
  { id: 'flow', title: '资金流向', layout: layoutFlow },
  { id: 'functions', title: '支出按功能分类', layout: layoutFunctions },
  { id: 'appropriation', title: '一般公共预算当年拨款结构图', layout: layoutAppropriation },
  { id: 'basic-structure', title: '一般公共预算基本支出结构图', layout: layoutBasicStructure },
  { id: 'basic-items', title: '基本支出按经济科目', layout: layoutBasicItems },
  { id: 'projects', title: '项目支出排名', layout: layoutProjects },
  { id: 'san-gong', title: '“三公”经费分布图', layout: layoutSanGong },
  { id: 'san-gong-change', title: '“三公”经费与上年相比', layout: layoutSanGongChange },
];

/** All charts that a disclosure has the figures for, in reading order; none of a text that was not read. */
export function chartsOf(disclosure: Disclosure): Chart[] {
  if (disclosure.template === 'unknown') return [];
  return present(
    kinds.map(({ id, title, layout }) => ({
      id,
      title: disclosure.template === nationalSet ? title.replace('当年拨款', '支出') : title,
      layout: layout(disclosure),
    })),
  );
}

/** Charts of one unit over its years. */
export function unitCharts(summaries: BudgetSummary[]): Chart[] {
  return present([
    { id: 'years', title: '历年支出', layout: layoutYears(summaries) },
    { id: 'san-gong-years', title: '历年“三公”经费', layout: layoutSanGongYears(summaries) },
  ]);
}

/** Charts of a region or of the whole archive: pass one summary a unit, e.g. its newest. */
export function regionCharts(summaries: BudgetSummary[]): Chart[] {
  return present([{ id: 'region', title: '谁花多少钱、花在哪里', layout: layoutRegion(summaries) }]);
}

/** Charts of one edition of the procurement catalogue. */
export function catalogueCharts(catalogue: Catalogue): Chart[] {
  return present([{ id: 'catalogue', title: '各部门的购买服务目录', layout: layoutCatalogue(catalogue) }]);
}

function present(charts: { id: string; title: string; layout: ChartLayout | null }[]): Chart[] {
  return charts.flatMap(({ id, title, layout }) => (layout ? [{ id, title, ...layout }] : []));
}
