import type { Side } from './table.ts';

/**
 * Names a row of a table on the page of its disclosure: `L107`, and in a two-sided table, where a line is two rows,
 * `L107-1` for 收入 and `L107-2` for 支出. There `L107` alone leads to the half that has an amount.
 */
export function rowAnchor(line: number, side: Side): string {
  return `L${line}${side && (side === '收入' ? '-1' : '-2')}`;
}
