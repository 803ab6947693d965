import type { Disclosure } from '../schema/disclosure.ts';
import { layoutAppropriation } from './appropriation/layout.ts';
import { layoutBasicItems } from './basic-items/layout.ts';
import { layoutBasicStructure } from './basic-structure/layout.ts';
import type { Chart, ChartLayout } from './chart.ts';
import { layoutFlow } from './flow/layout.ts';
import { layoutFunctions } from './functions/layout.ts';
import { layoutIncome } from './income/layout.ts';
import { layoutProjects } from './projects/layout.ts';
import { layoutSanGong } from './san-gong/layout.ts';

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
];

/** All charts that a disclosure has the figures for, in reading order. */
export function chartsOf(disclosure: Disclosure): Chart[] {
  return kinds.flatMap(({ id, title, layout }) => {
    const chart = layout(disclosure);
    return chart ? [{ id, title, ...chart }] : [];
  });
}
