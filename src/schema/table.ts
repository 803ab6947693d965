import { z } from 'zod';
import { comparisonsAmong } from './comparisons-among.ts';
import { Figure, MoneyUnit } from './figure.ts';

/** Side of a two-sided table (一, 四, 九); empty for one-sided tables. */
export const Side = z.enum(['', '收入', '支出']);
export type Side = z.infer<typeof Side>;

/** What the cells of a column are. */
export const ColumnRole = z.enum([
  'code', // 科目编码
  'label', // 项目, 科目名称, 项目名称, 单位名称, 部门预算支出经济科目名称
  'counterpart', // 政府预算支出经济科目名称: the second label of table 六
  'amount', // money
  'text', // anything else, in tables of unknown templates
]);
export type ColumnRole = z.infer<typeof ColumnRole>;

/** One leaf column of a table. */
export const Column = z.strictObject({
  /** Headings from the outermost to the leaf, joined by `/`: `本年收入/一般公共预算`, `支出/2024年合计`. */
  path: z.string(),
  role: ColumnRole,
  side: Side,
});
export type Column = z.infer<typeof Column>;

/** A cell: text, an amount, or nothing printed. Amount columns hold `Figure | null`, all others `string`. */
export const Cell = z.union([z.string(), z.null(), Figure]);
export type Cell = z.infer<typeof Cell>;

/** One printed line of a table. */
export const Row = z.strictObject({
  /** 1-based line of the source text. */
  line: z.int().positive(),
  /** As many cells as the table has columns. */
  cells: z.array(Cell),
});
export type Row = z.infer<typeof Row>;

/** A remark that belongs to a table, e.g. `注：本表无数据`, with its line of the source. */
export const TableNote = z.strictObject({ text: z.string(), line: z.int().positive() });
export type TableNote = z.infer<typeof TableNote>;

/** A printed table, stitched over page breaks. Ordinal rows (`1 2 3 …`) and repeated headers are left out. */
export const Table = z.strictObject({
  /** 1–13 for the statutory tables, null for a table that the template does not know. */
  number: z.int().min(1).max(13).nullable(),
  /** Title as printed, blanks removed, e.g. `2024年预算收支总表`. */
  title: z.string(),
  /** Line of the title (or of the header where there is no title). */
  line: z.int().positive(),
  unit: MoneyUnit,
  columns: z.array(Column),
  rows: z.array(Row),
  /** All remarks below the table, the no-data mark included. */
  notes: z.array(TableNote),
  /** The no-data mark (本表无数据), where printed. */
  noData: TableNote.nullable(),
});
export type Table = z.infer<typeof Table>;

/** One side of one printed line, read as: this code and label have these amounts. */
export interface Entry {
  line: number;
  side: Side;
  /** Digits of 科目编码, or `''`. */
  code: string;
  label: string;
  /** 政府预算支出经济科目名称 in table 六, else `''`. */
  counterpart: string;
  /** Body that a department's table names in a column of its own, else `''`. */
  body: string;
  /** Amounts by column path, in column order, what they are compared with last; blank cells are left out. */
  amounts: ReadonlyMap<string, Figure>;
}

const bodyColumn = /^(?:预算)?单位(?:名称)?$/;

const entries = new WeakMap<Table, readonly Entry[]>();

/**
 * Reads a table's lines as entries: one a line, or one a line and side, sides without label and amount left out.
 * Read once a table: checks, charts, data and search each ask for them.
 */
export function entriesOf(table: Table): readonly Entry[] {
  let known = entries.get(table);
  if (!known) {
    known = readEntries(table);
    entries.set(table, known);
  }
  return known;
}

function readEntries(table: Table): Entry[] {
  const sides = [...new Set(table.columns.map((column) => column.side))];
  const columns = sides.flatMap((side) => ownFirst(table.columns, side));
  return table.rows.flatMap((row) =>
    sides.flatMap((side) => {
      const amounts = new Map<string, Figure>();
      const entry: Entry = { line: row.line, side, code: '', label: '', counterpart: '', body: '', amounts };
      columns.forEach(({ column, index }) => {
        if (column.side !== side) return;
        const cell = row.cells[index] ?? null;
        if (column.role === 'amount') {
          if (cell !== null && typeof cell !== 'string') amounts.set(column.path, cell);
        } else if (typeof cell !== 'string') return;
        else if (column.role !== 'text') entry[column.role] = cell;
        else if (bodyColumn.test(column.path)) entry.body = cell;
      });
      return entry.label || entry.code || amounts.size > 0 ? [entry] : [];
    }),
  );
}

/** Columns of a side as printed, last year's and the change since behind this budget's: the first that is asked for counts. */
function ownFirst(all: readonly Column[], side: Side): { column: Column; index: number }[] {
  const columns = all.flatMap((column, index) => (column.side === side ? [{ column, index }] : []));
  const compared = comparisonsAmong(columns.map(({ column }) => column.path));
  return [
    ...columns.filter((_, position) => !compared[position]),
    ...columns.filter((_, position) => compared[position]),
  ];
}
