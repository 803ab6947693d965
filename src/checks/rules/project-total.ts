import { tableName } from '../../schema/table-titles.ts';
import type { Book } from '../reading/book.ts';
import type { ColumnKind } from '../reading/column-kind.ts';
import { kindNames } from '../reading/table-view.ts';
import { missingTerm, type Term } from '../reading/term.ts';
import { readUnitLines } from './read-unit-lines.ts';

/** The unit's line of table 十二 or 十三, in one column. */
export function projectTotal(book: Book, number: number, kind: ColumnKind = 'total'): Term {
  const view = book.table(number);
  const label = `${tableName(number)}${kindNames[kind]}`;
  if (typeof view === 'string') return missingTerm(label, { table: number }, view);
  return view.find(readUnitLines(view, book.disclosure).total, '', kind, book.disclosure.unit.name);
}
