import type { ConversionFinding } from '../schema/finding.ts';
import type { Table } from '../schema/table.ts';

/** First and last line of the source, both included. */
export interface LineRange {
  first: number;
  last: number;
}

/** What is said of a table as a whole, even where it points at a row. */
const ofWholeTable = new Set([
  'code-cells-joined',
  'header-missing',
  'header-moved',
  'header-word-missing',
  'header-word-unknown',
  'layout-unknown',
  'money-unit-contradicted',
  'money-unit-missing',
  'title-missing',
]);

/** A record on several rows names them in its sentence; its place is the first of them. */
const severalRows = /^第(\d+)至(\d+)行/;

/**
 * Lines of the rows that a fact about the conversion concerns: those that it names, all rows of the table where it is
 * about the table as a whole, else the line that it points at. Null where it points nowhere.
 *
 * @param tables the disclosure's numbered tables
 */
export function linesConcerned(
  { rule, place: { table: number, line }, message }: ConversionFinding,
  tables: Table[],
): LineRange | null {
  const named = severalRows.exec(message);
  if (named) return { first: Number(named[1]), last: Number(named[2]) };
  const ofNumber = number === undefined ? [] : tables.filter((table) => table.number === number);
  if (line === undefined) return linesOf(ofNumber);
  const points = ofNumber.some(({ rows }) => rows.some((row) => row.line === line));
  const isWhole = ofNumber.length > 0 && (!points || ofWholeTable.has(rule));
  const own = isWhole ? ofNumber.filter((table) => spans(table, line)) : [];
  return linesOf(own) ?? { first: line, last: line };
}

/** Whether a line lies between a table's title and its last row; the title may stand behind. */
function spans(table: Table, line: number): boolean {
  const lines = [table.line, ...table.rows.map((row) => row.line)];
  return Math.min(...lines) <= line && line <= Math.max(...lines);
}

function linesOf(tables: Table[]): LineRange | null {
  const lines = tables.flatMap(({ rows }) => rows.map((row) => row.line));
  return lines.length === 0 ? null : { first: Math.min(...lines), last: Math.max(...lines) };
}
