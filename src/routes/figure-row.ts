import type { Disclosure } from '../schema/disclosure.ts';
import { isRead } from '../schema/figure.ts';
import { entriesOf, type Side } from '../schema/table.ts';

/** One printed amount, as in `figures.csv` of the data package; what could not be read has no `yuan`. */
export interface FigureRow {
  /** 1–13 */
  table: number;
  line: number;
  side: Side;
  code: string;
  label: string;
  /** Column path. */
  column: string;
  printed: string;
  yuan?: number;
}

/** All printed amounts of the recognized tables, in document order. */
export function figureRowsOf(disclosure: Disclosure): FigureRow[] {
  return disclosure.tables.flatMap((table) =>
    table.number === null
      ? []
      : entriesOf(table).flatMap((entry) =>
          [...entry.amounts].map(([column, figure]) => ({
            table: table.number as number,
            line: entry.line,
            side: entry.side,
            code: entry.code,
            label: entry.label,
            column,
            printed: figure.printed,
            ...(isRead(figure) ? { yuan: figure.yuan } : {}),
          })),
        ),
  );
}
