import type { CheckFinding } from '../../schema/finding.ts';
import { isSum } from '../../schema/split-by-sums.ts';
import { compareSum, unchecked } from '../compare.ts';
import type { Book } from '../reading/book.ts';
import type { ColumnKind } from '../reading/column-kind.ts';
import type { AmountColumn, TableView } from '../reading/table-view.ts';

/** Across every line of a side: 合计 = the sum of the other amount columns, those in `apart` left out. */
export function crossFooting(
  check: string,
  book: Book,
  number: number,
  side = '',
  apart: ColumnKind[] = [],
): CheckFinding[] {
  const view = book.table(number);
  if (typeof view === 'string') return [unchecked(check, { table: number }, view)];
  const total = view.column(side, 'total');
  const own = view.columnsOf(side).filter((column) => column !== total && !apart.includes(column.kind));
  const groups = groupsOf(own);
  const held = new Set(groups.flatMap(({ members }) => members));
  const parts = withoutShares(
    view,
    side,
    own.filter((column) => !held.has(column)),
  );
  if (!total || parts.length === 0) {
    const reason = `${view.name}未找到合计栏与其分项栏`;
    return [unchecked(check, { table: number, line: view.table.line }, reason)];
  }
  return view.sideLines(side).flatMap((line) => {
    if (line.amounts.size === 0) return [];
    return [{ subtotal: total, members: parts }, ...groups].flatMap(({ subtotal, members }) => {
      const items = members.map((column) => view.term(line, column));
      const names = items.flatMap((item, index) => (item.printed ? [members[index]?.heading ?? ''] : []));
      const finding = compareSum(view.term(line, subtotal), items, {
        check,
        expected: names.length > 0 ? names.join('＋') : '各分项栏之和',
        conversion: book.disclosure.findings,
      });
      return finding ? [finding] : [];
    });
  });
}

/** A 小计 and the columns that it sums up: those under the same heading. */
function groupsOf(columns: AmountColumn[]): { subtotal: AmountColumn; members: AmountColumn[] }[] {
  return columns.flatMap((subtotal) => {
    const group = /^(.+\/)(?:小计|合计)$/.exec(subtotal.path)?.[1];
    const members = columns.filter((column) => column !== subtotal && group && column.path.startsWith(group));
    return members.length > 0 ? [{ subtotal, members }] : [];
  });
}

/**
 * Columns without those that say what another one holds: headed 其中, or the kinds of 单位资金 (事业收入, 经营收入 …) where
 * they add up to it in every line.
 */
function withoutShares(view: TableView, side: string, columns: AmountColumn[]): AmountColumn[] {
  const parts = columns.filter(({ heading }) => !/^其中/.test(heading));
  const own = parts.find(({ kind }) => kind === 'own');
  const kinds = parts.filter(({ kind }) => kind === 'other');
  if (!own || kinds.length === 0) return parts;
  const areShares = view.sideLines(side).every((line) => {
    const yuan = (column: AmountColumn) => view.term(line, column).yuan;
    return isSum(
      kinds.reduce((sum, column) => sum + yuan(column), 0),
      kinds.length,
      yuan(own),
    );
  });
  return areShares ? parts.filter((column) => !kinds.includes(column)) : parts;
}
