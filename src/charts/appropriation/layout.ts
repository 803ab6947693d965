import type { Disclosure } from '../../schema/disclosure.ts';
import { nationalSet } from '../../schema/table-titles.ts';
import type { ChartLayout } from '../chart.ts';
import { type ComposedPart, composeParts } from '../compose-parts.ts';
import { formatMoney, shareClause } from '../format-money.ts';
import { largestOf, residualOf, sumOf } from '../part.ts';
import { readFunctionTree } from '../read/function-tree.ts';
import { entriesOfTable } from '../read/table-of.ts';

/** 一般公共预算当年拨款结构图: this year's general public budget by 类. Null where table 五 has no 类 with an amount. */
export function layoutAppropriation(disclosure: Disclosure): ChartLayout | null {
  const tree = readFunctionTree(entriesOfTable(disclosure, 5));
  const parts = tree.roots.flatMap(({ name, yuan, line }): ComposedPart[] =>
    yuan === undefined ? [] : [{ name, yuan, line, tone: 'series-1' }],
  );
  const largest = largestOf(parts);
  if (!largest) return null;
  const blank = tree.roots
    .filter((node) => node.yuan === undefined)
    .map(({ name, line }) => ({ name, line, reason: null }));
  const residual = residualOf(tree.total, parts);
  parts.sort((a, b) => b.yuan - a.yuan || (a.line ?? 0) - (b.line ?? 0));
  if (residual !== 0) parts.push({ name: '合计与各类之差', yuan: residual, line: tree.line, tone: 'rest' });
  const whole = tree.total ?? sumOf(parts);
  const count = parts.filter((part) => part.yuan !== 0).length;
  // Elsewhere than in Shanxi, the table may hold what was carried over too.
  const what = disclosure.template === nationalSet ? '支出' : '当年拨款';
  const subject = `${disclosure.year} 年一般公共预算${what} ${formatMoney(whole)}`;
  const sentence =
    count === 1
      ? `${subject}，全部用于${largest.name}。`
      : `${subject}，按功能分为 ${count} 类；${largest.name}最多，${formatMoney(largest.yuan)}${shareClause(largest.yuan, whole)}。`;
  return composeParts({ parts, blank, whole, heading: '功能分类（类）', limit: 10, sentence, tables: [5] });
}
