import { placeStraight } from '../tables/place-cells.ts';
import type { TableTemplate } from '../tables/template.ts';
import { matchKey } from '../text/plain.ts';

/** What was seen of a table's rows so far. */
export interface RowsAbove {
  /** First name in its first row, as compared: the unit's in a list of projects. */
  first: string;
  /** Whether a row that sums up the table was among them. */
  total: boolean;
}

const total = /^(?:合计|总计|部门合计|单位合计)$/;

/** Takes note of a row. */
export function noteRow({ first, total: before }: RowsAbove, cells: string[]): RowsAbove {
  const keys = cells.map(matchKey).filter((key) => key !== '');
  return {
    first: first || (keys[0] ?? ''),
    total: before || keys.some((key) => total.test(key) || /^(?:收入|支出)总计$/.test(key)),
  };
}

/**
 * Whether a row can only be the first of another table, where neither title nor header stands above it: it is as wide as
 * that table, its cells fit its columns, it is called as that table's first row, and the present table has had its total.
 */
export function beginsTable(
  cells: string[],
  spec: TableTemplate,
  own: TableTemplate,
  above: RowsAbove,
): boolean {
  const leaves = spec.leaves.filter(({ optional }) => !optional);
  const [first = ''] = cells.map(matchKey).filter((key) => key !== '');
  if (first === '' || cells.length !== leaves.length || !placeStraight(cells, leaves)) return false;
  switch (spec.order) {
    case 'two-sided':
      return above.total && /^一、/.test(first);
    case 'three-public':
      return /出国/.test(first);
    case 'projects':
      // Both lists of projects begin with the unit's line.
      return own.order === 'projects'
        ? first === above.first && cells.length !== own.leaves.filter(({ optional }) => !optional).length
        : own.order === 'units' && above.total && !total.test(first);
    default:
      return above.total && total.test(first);
  }
}
