import { tableName } from '../../schema/table-titles.ts';
import type { Book } from '../reading/book.ts';
import type { ColumnKind } from '../reading/column-kind.ts';
import { formatWan } from '../reading/format-yuan.ts';
import { kindNames } from '../reading/table-view.ts';
import { missingTerm, type Term } from '../reading/term.ts';
import { readUnitLines } from './read-unit-lines.ts';

/** The unit's line of a list by unit, in one column; where a department prints none, the sum of its bodies. */
export function projectTotal(book: Book, number: number, kind: ColumnKind = 'total'): Term {
  const view = book.table(number);
  const label = `${tableName(number)}${kindNames[kind]}`;
  if (typeof view === 'string') return missingTerm(label, { table: number }, view);
  const { total, items, certain } = readUnitLines(view, book.disclosure);
  if (!total && certain && items.length > 0)
    return sumOf(
      `${tableName(number)}各单位${kindNames[kind]}之和`,
      items.map((line) => view.find(line, '', kind, line.label)),
    );
  return view.find(total, '', kind, book.disclosure.unit.name);
}

function sumOf(label: string, terms: Term[]): Term {
  const [first] = terms as [Term, ...Term[]];
  const add = (of: (term: Term) => number) => terms.reduce((sum, term) => sum + of(term), 0);
  const open = terms.find((term) => term.unchecked);
  const [yuan, rest] = [add((term) => term.yuan), add((term) => term.rest ?? 0)];
  const printed = terms.some((term) => term.printed !== '') ? formatWan(yuan) : '';
  return {
    ...{ label, printed, yuan, half: add((term) => term.half), place: first.place },
    ...(rest === 0 ? {} : { rest }),
    ...(open?.unchecked ? { unchecked: open.unchecked } : {}),
  };
}
