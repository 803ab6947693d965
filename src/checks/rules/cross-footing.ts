import type { CheckFinding } from '../../schema/finding.ts';
import { compareSum, unchecked } from '../compare.ts';
import type { Book } from '../reading/book.ts';
import type { ColumnKind } from '../reading/column-kind.ts';

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
  const parts = view.columnsOf(side).filter((column) => column !== total && !apart.includes(column.kind));
  if (!total || parts.length === 0) {
    const reason = `${view.name}未找到合计栏与其分项栏`;
    return [unchecked(check, { table: number, line: view.table.line }, reason)];
  }
  return view.sideLines(side).flatMap((line) => {
    if (line.amounts.size === 0) return [];
    const items = parts.map((column) => view.term(line, column));
    const names = items.flatMap((item, index) => (item.printed ? [parts[index]?.heading ?? ''] : []));
    const finding = compareSum(view.term(line, total), items, {
      check,
      expected: names.length > 0 ? names.join('＋') : '各分项栏之和',
      conversion: book.disclosure.findings,
    });
    return finding ? [finding] : [];
  });
}
