import { tableName } from '../../schema/table-titles.ts';
import type { Book } from '../reading/book.ts';
import type { ColumnKind } from '../reading/column-kind.ts';
import { kindNames } from '../reading/table-view.ts';
import { missingTerm, summedTerm, type Term } from '../reading/term.ts';
import { readUnitLines } from './read-unit-lines.ts';

/** The unit's line of a list by unit, in one column; where a department prints none, the sum of its bodies. */
export function projectTotal(book: Book, number: number, kind: ColumnKind = 'total'): Term {
  const view = book.table(number);
  const label = `${tableName(number)}${kindNames[kind]}`;
  if (typeof view === 'string') return missingTerm(label, { table: number }, view);
  const { total, items, certain } = readUnitLines(view, book.disclosure);
  const [first, ...others] = items.map((line) => view.find(line, '', kind, line.label));
  if (!total && certain && first)
    return { ...summedTerm(first, ...others), label: `${tableName(number)}各单位${kindNames[kind]}之和` };
  return view.find(total, '', kind, book.disclosure.unit.name);
}
