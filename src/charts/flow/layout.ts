import type { Disclosure } from '../../schema/disclosure.ts';
import type { ChartLayout } from '../chart.ts';
import { amountFormatFor, formatMoney } from '../format-money.ts';
import { scenesOf } from '../scenes-of.ts';
import { layoutSankey } from './layout-sankey.ts';
import { amountAt, type Flow, readFlow, throughput } from './read-flow.ts';

/** 资金流向: source → function → 基本/项目 → economic group. Null where tables 二 and 三 give fewer than two flows. */
export function layoutFlow(disclosure: Disclosure): ChartLayout | null {
  const flow = readFlow(disclosure);
  const kinds = flow.links.filter((link) => link.target.startsWith('k:'));
  if (kinds.length === 0 || flow.links.length < 3) return null;
  const names = new Map(flow.nodes.map((node) => [node.id, node.name]));
  const format = amountFormatFor(Math.max(...flow.nodes.map((node) => throughput(flow, node.id))), 10);
  return {
    unit: format.unit,
    sentence: sentenceOf(disclosure, flow),
    table: {
      columns: [
        { name: '从', kind: 'text' },
        { name: '到', kind: 'text' },
        { name: '金额', kind: 'money' },
      ],
      rows: flow.links.map(({ source, target, yuan, line }) => ({
        cells: [names.get(source) ?? '', names.get(target) ?? '', yuan],
        line,
        grouped: false,
      })),
    },
    scenes: scenesOf((width) => layoutSankey(flow, format, width)),
    tables: flow.tables,
  };
}

function sentenceOf(disclosure: Disclosure, flow: Flow): string {
  const count = (stage: number) => flow.nodes.filter((node) => node.stage === stage).length;
  const from = count(0) > 0 ? `从 ${count(0)} 个来源，` : '';
  const kinds = flow.nodes
    .filter((node) => node.stage === 2)
    .map((node) => `${node.name} ${formatMoney(amountAt(flow, node))}`);
  const uneven = flow.uneven
    .slice(0, 2)
    .map(
      ({ name, income, spending }) =>
        `「${name}」收入 ${formatMoney(income)}与支出 ${formatMoney(spending)}不等。`,
    );
  const negative = flow.negative > 0 ? `有 ${flow.negative} 笔负数未画入。` : '';
  return `${disclosure.year} 年的钱${from}经 ${count(1)} 类功能，用于${kinds.join('、')}${flow.nodes.some((node) => node.id === 'k:project') ? '；项目支出未公布经济科目' : ''}。${uneven.join('')}${negative}`;
}
