import type { Disclosure } from '../../schema/disclosure.ts';
import type { ChartLayout, ChartRow } from '../chart.ts';
import { amountFormatFor, formatMoney, shareClause } from '../format-money.ts';
import { sumOf } from '../part.ts';
import { type FunctionNode, readFunctionTree } from '../read/function-tree.ts';
import { entriesOfTable } from '../read/table-of.ts';
import type { Format } from '../scene.ts';
import { scenesOf } from '../scenes-of.ts';
import { type Icicle, icicleOf } from './icicle.ts';
import { layoutIcicle } from './layout-icicle.ts';

/**
 * Spending by function, 类 → 款 → 项, leaves only. From table 三, or 五 where 三 has no amounts.
 * Null without an amount above zero.
 */
export function layoutFunctions(disclosure: Disclosure): ChartLayout | null {
  const all = readFunctionTree(entriesOfTable(disclosure, 3));
  const [table, tree] = all.roots.some((root) => (root.yuan ?? 0) > 0)
    ? [3, all]
    : [5, readFunctionTree(entriesOfTable(disclosure, 5))];
  const icicle = icicleOf(tree);
  if (icicle.roots.length === 0) return null;
  const whole = tree.total ?? sumOf(icicle.roots);
  const format = amountFormatFor(Math.max(whole, ...icicle.roots.map((root) => root.yuan)));
  const scene = (width: Format) => layoutIcicle(icicle, whole, format, width);
  const several = icicle.leaves.filter((leaf) => (leaf.yuan ?? 0) > 0).length > 1 || icicle.uneven.length > 0;
  return {
    unit: format.unit,
    sentence: sentenceOf(disclosure, icicle, whole),
    table: {
      columns: [
        { name: '功能科目', kind: 'text' },
        { name: '编码', kind: 'text' },
        { name: '金额', kind: 'money' },
        { name: '占比', kind: 'share' },
      ],
      rows: rowsOf(tree.roots, icicle, whole),
    },
    scenes: several ? scenesOf(scene) : null,
    tables: [table],
  };
}

function sentenceOf(disclosure: Disclosure, icicle: Icicle, whole: number): string {
  const { year, phase } = disclosure;
  const leaves = icicle.leaves
    .filter((leaf) => (leaf.yuan ?? 0) > 0)
    .sort((a, b) => (b.yuan ?? 0) - (a.yuan ?? 0));
  const [first] = leaves;
  if (!first) return `${year} 年支出${phase} ${formatMoney(whole)}，未细分到项。`;
  const amount = first.yuan ?? 0;
  const notes = [
    ...icicle.uneven.map(({ name, residual }) => `「${name}」与其下级之和相差 ${formatMoney(residual)}`),
    ...icicle.negative.map(({ name, yuan }) => `「${name}」为 ${formatMoney(yuan ?? 0)}，未画入`),
  ];
  const said =
    leaves.length === 1
      ? `${year} 年支出${phase} ${formatMoney(whole)}，全部用于${first.name}。`
      : `${year} 年支出${phase} ${formatMoney(whole)}，落到 ${leaves.length} 个最末级科目；最多的是${first.name}，${formatMoney(amount)}${shareClause(amount, whole)}。`;
  return notes.length === 0
    ? said
    : `${said}${notes.slice(0, 3).join('；')}${notes.length > 3 ? '等' : ''}。`;
}

function rowsOf(nodes: FunctionNode[], icicle: Icicle, whole: number): ChartRow[] {
  return nodes.flatMap((node) => [
    {
      cells: [
        node.name,
        node.code,
        node.yuan ?? null,
        whole > 0 && node.yuan !== undefined ? node.yuan / whole : null,
      ],
      line: node.line,
      grouped: icicle.grouped.has(node.code),
    },
    ...rowsOf(node.children, icicle, whole),
    ...(node.residual === 0
      ? []
      : [{ cells: [`${node.name}：与下级之差`, '', node.residual, null], line: null, grouped: false }]),
  ]);
}
