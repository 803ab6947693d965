import type { MoneyUnit } from '../../schema/figure.ts';
import type { SourceLine } from '../source-line.ts';
import { cellsOf, type FormRow, plain } from './cells-of.ts';
import { isFormTitle, isFurniture, isTableLabel } from './find-forms.ts';
import { readLabel } from './form-label.ts';
import { isMoneyUnitRow, moneyUnitOfRows } from './form-money-unit.ts';
import { isLowerHeader, type ListColumn, readListColumns } from './list-columns.ts';
import { placeListRow } from './place-list-row.ts';

/** A table that lists several projects, each with its indicators in rows below each other. */
export interface ProjectList {
  /** First and last line, title and header included. */
  first: number;
  last: number;
  /** Line of the header. */
  header: number;
  columns: ListColumn[];
  /** Unit of money stated above the header. */
  unit: MoneyUnit | null;
  rows: ListRow[];
  /** Lines without cells between its rows, which no page break explains. */
  strays: FormRow[];
  /** What is said below its rows: 注：…. */
  notes: FormRow[];
}

/** A row below the header; `isAfterBreak` where a page break stands above it. */
export type ListRow = FormRow & { isAfterBreak: boolean };

/** Rows that a header has at most, and lines that they stand in. */
const mostHeaderRows = 3;
const mostHeaderLines = 6;

/** Finds the lists of projects by their headers: 项目名称 beside 三级指标 and 指标值. */
export function findLists(lines: SourceLine[]): ProjectList[] {
  const lists: ProjectList[] = [];
  if (!lines.some((_, index) => isHeaderLikely(lines, index))) return lists;
  const rows = lines.map(cellsOf);
  for (let index = 0; index < rows.length; index++) {
    const header = headerAt(rows, index);
    if (!header) continue;
    const floor = lists.at(-1)?.last ?? 0;
    const top = topOf(rows, index, floor);
    const body = bodyOf(rows, index, header);
    const last =
      (body.notes.at(-1) ?? body.rows.at(-1))?.line ?? (rows[index + header.size - 1] as FormRow).line;
    lists.push({
      first: (rows[top] as FormRow).line,
      last,
      header: (rows[index] as FormRow).line,
      columns: header.columns,
      unit:
        moneyUnitOfRows(rows.slice(top, index)) ?? moneyUnitOfRows(rows.slice(index, index + header.size)),
      rows: body.rows,
      strays: body.strays,
      notes: body.notes,
    });
    index = body.end - 1;
  }
  return lists;
}

/** A look at the text alone: few documents have such lists, and their cells need not be read twice. */
function isHeaderLikely(lines: SourceLine[], index: number): boolean {
  const own = lines.slice(index, index + mostHeaderLines);
  const { text } = lines[index] as SourceLine;
  if (!/\t/.test(text) || !/项目|专项/.test(text) || !own.some((line) => line.text.includes('指标')))
    return false;
  return headerAt(own.map(cellsOf), 0) !== null;
}

function headerAt(rows: FormRow[], index: number): { columns: ListColumn[]; size: number } | null {
  const first = rows[index] as FormRow;
  if (first.width < 3 || !first.cells.some(({ text }) => /项目|专项/.test(text))) return null;
  const own: FormRow[] = [];
  let found: { columns: ListColumn[]; size: number } | null = null;
  for (let size = 1; size <= mostHeaderLines && own.length < mostHeaderRows; size++) {
    const row = rows[index + size - 1];
    if (row?.cells.length === 0) continue;
    if (!row || row.width < 2 || (found && !isLowerHeader(row))) break;
    own.push(row);
    const columns = readListColumns(own);
    if (columns) found = { columns, size };
  }
  return found;
}

/** Index of the title above a header, with what stands between: the year, the body, the unit of money, the number. */
function topOf(rows: FormRow[], header: number, floor: number): number {
  let top = header;
  for (let index = header - 1; index >= 0 && index >= header - 8; index--) {
    const row = rows[index] as FormRow;
    if (row.line <= floor) break;
    if (row.cells.length === 0) continue;
    const [first] = row.cells;
    const text = plain(first?.text ?? '');
    const isOfTop =
      isMoneyUnitRow(row) ||
      (row.cells.length === 1 &&
        (isFormTitle(first?.text ?? '') ||
          /^\(?\d{4}年度?\)?$/.test(text) ||
          /^(编制|填报|预算)?(单位|部门)(名称)?:/.test((first?.text ?? '').normalize('NFKC')) ||
          (isFormTitle(rows[top]?.cells[0]?.text ?? '') && isTableLabel(text))));
    if (!isOfTop) break;
    top = index;
  }
  return top;
}

/** The rows below a header, over page breaks that repeat it, up to where other text or another table begins. */
function bodyOf(
  rows: FormRow[],
  header: number,
  { columns, size }: { columns: ListColumn[]; size: number },
): { rows: ListRow[]; strays: FormRow[]; notes: FormRow[]; end: number } {
  const strays: FormRow[] = [];
  const body: ListRow[] = [];
  const printed = rows.slice(header, header + size).map(keyOf);
  let isAfterBreak = false;
  let index = header + size;
  for (; index < rows.length; index++) {
    const row = rows[index] as FormRow;
    if (row.cells.length === 0) continue;
    if (printed.includes(keyOf(row)) || isFurniture(row)) isAfterBreak = true;
    else if (isRepeatedTop(rows, index, printed)) continue;
    else if (row.width < 2 && goesOn(rows, index, columns)) strays.push(row);
    else if (row.width < 2 || headerAt(rows, index) || isFormHead(row) || isNote(row)) break;
    else {
      body.push({ ...row, isAfterBreak });
      isAfterBreak = false;
    }
  }
  const notes: FormRow[] = [];
  for (; index < rows.length; index++) {
    const row = rows[index] as FormRow;
    if (row.cells.length === 0) continue;
    if (body.length === 0 || row.cells.length > 1 || !isNote(row)) break;
    notes.push(row);
  }
  return { rows: body, strays, notes, end: index };
}

/** Whether the list goes on below a short line without cells: the next row has a level word in its place. */
function goesOn(rows: FormRow[], index: number, columns: ListColumn[]): boolean {
  const text = keyOf(rows[index]);
  const next = rows.slice(index + 1, index + 4).find(({ cells }) => cells.length > 0);
  if (
    !next ||
    text.length > 30 ||
    /^(#|[(（]?[一二三四五六七八九十]+[)）、]|第.部分|注|备注|说明)/.test(text)
  )
    return false;
  const placed = placeListRow(next, columns);
  return (placed?.cells ?? []).some(({ column }) => /^level/.test(columns[column]?.kind ?? ''));
}

function isNote({ cells }: FormRow): boolean {
  return /^(备?注|说明)\d?[:：.、]/.test(cells[0]?.text ?? '');
}

function keyOf(row: FormRow | undefined): string {
  return (row?.cells ?? []).map(({ text }) => plain(text)).join('|');
}

/** Whether a line stands above a header that the next page repeats: title, year, body, unit of money. */
function isRepeatedTop(rows: FormRow[], index: number, printed: string[]): boolean {
  const next = rows.slice(index + 1, index + 9).findIndex((row) => keyOf(row) === printed[0]);
  if (next < 0) return false;
  return rows
    .slice(index, index + 1 + next)
    .every((row) => row.cells.length <= 3 && !/[。；]/.test(keyOf(row)));
}

/** Whether the head of a form begins: 项目名称 with its value, in a table of few columns. */
function isFormHead({ cells }: FormRow): boolean {
  const label = readLabel(cells[0]?.text ?? '')?.label;
  return cells[0]?.column === 0 && label?.kind === 'head' && label.key === 'name';
}
