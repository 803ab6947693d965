import type { Figure } from '../../schema/figure.ts';
import type { Entry } from '../../schema/table.ts';

/** Last heading of a column path: `本年收入/一般公共预算` → `一般公共预算`. */
export function leafOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The amount of the first column whose leaf heading matches; undefined where blank or absent. */
export function amountOf(entry: Entry, leaf: RegExp): Figure | undefined {
  for (const [path, figure] of entry.amounts) if (leaf.test(leafOf(path))) return figure;
  return undefined;
}

/** The row's total: a 合计 or 小计 column, or its first amount where the table has a single amount column. */
export function totalOf(entry: Entry): Figure | undefined {
  return amountOf(entry, /(合计|小计|总计)$/) ?? entry.amounts.values().next().value;
}
