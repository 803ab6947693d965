import { isRead } from '../schema/figure.ts';
import type { Cell, Column, Row, Side, Table } from '../schema/table.ts';
import { nationalSet, shortName, tableName } from '../schema/table-titles.ts';
import type { LineAnchors } from './line-anchors.ts';
import type { Remark, Remarks } from './remark.ts';

/** A heading cell, with what it spans. */
export interface HeadCell {
  text: string;
  columns: number;
  rows: number;
  /** Above amounts: aligned with them. */
  amount: boolean;
}

export type CellView =
  | { kind: 'head' | 'code' | 'text'; text: string }
  | { kind: 'amount'; text: string; undecided?: string };

export interface RowView {
  line: number;
  /** Ids of the row: its own, and that of its line where the line is two rows. */
  ids: string[];
  /** 1–4: depth in the classification, for indentation; 0 where rows have none. */
  level: number;
  total: boolean;
  /** Nothing but a label was printed. */
  blank: boolean;
  cells: CellView[];
  remarks: Remark[];
}

/** One side of a two-sided table, or the whole of any other. */
export interface SideView {
  /** `收入`, `支出`, `国有资本经营预算收入` …, or `''`. */
  title: string;
  head: HeadCell[][];
  rows: RowView[];
  /** Number of cells a row has, the line number left out. */
  width: number;
  blankRows: number;
}

/** A table as it is drawn. */
export interface TableView {
  /** `t3`, `t3-2` for a second one of that number, `x1` … for unknown ones. */
  id: string;
  /** `表三`, or `''` for unknown ones. */
  ordinal: string;
  /** `预算支出总表` */
  name: string;
  title: string;
  line: number;
  anchor: boolean;
  unit: string;
  sides: SideView[];
  /** No amount is printed at all. */
  empty: boolean;
  /** Ids of the rows of an empty table, which stand at its statement. */
  emptyIds: string[];
  notes: { text: string; line: number; anchor: boolean; remarks: Remark[] }[];
  remarks: Remark[];
}

/** Makes a table ready to be drawn. Anchors and remarks are taken in reading order, so call it in page order. */
export function tableView(
  table: Table,
  id: string,
  anchors: LineAnchors,
  remarks: Remarks,
  template?: string,
): TableView {
  const anchor = anchors.take(table.line);
  const empty = !table.rows.some((row) =>
    row.cells.some((cell) => cell !== null && typeof cell !== 'string'),
  );
  const bare = empty && table.columns.some((column) => column.role === 'amount');
  const sideNames = [...new Set(table.columns.map((column) => column.side))];
  const ofTable = table.number === null ? [] : remarks.takeOf('table', table.number);
  // What is said of a whole table that no template knows is said at its first line, title or header.
  const aboveRows = table.number === null ? (table.rows[0]?.line ?? 0) - 1 : 0;
  const ofTitle = remarks.takeRange(table.line, Math.max(table.line, aboveRows));
  return {
    id,
    ordinal: table.number === null || template === nationalSet ? '' : tableName(table.number),
    name: (table.number === null ? '' : shortName(table.number, template)) || table.title,
    title: table.title,
    line: table.line,
    anchor,
    unit: table.unit,
    sides: bare ? [] : drawSides(table, sideNames, anchors, remarks),
    empty: bare,
    emptyIds: bare
      ? table.rows.flatMap(({ line }) =>
          sideNames.flatMap((side, index) => anchors.takeRow(line, side, index === 0)),
        )
      : [],
    notes: table.notes.map(({ text, line }) => ({
      text,
      line,
      anchor: anchors.take(line),
      remarks: remarks.takeLine(line),
    })),
    remarks: [
      ...ofTitle,
      ...ofTable,
      ...(bare ? table.rows.flatMap((row) => remarks.takeLine(row.line)) : []),
    ],
  };
}

/** Rows are walked once, so that of two sides of a line the one with amounts answers to the line. */
function drawSides(table: Table, names: Side[], anchors: LineAnchors, remarks: Remarks): SideView[] {
  const columns = names.map((name) =>
    table.columns.flatMap((column, index) => (column.side === name ? [{ column, index }] : [])),
  );
  const rows: RowView[][] = names.map(() => []);
  for (const row of table.rows) {
    const drawn = columns.map((own) => drawRow(row, own));
    const owner = Math.max(
      0,
      drawn.findIndex((view) => view && !view.blank),
    );
    drawn.forEach((view, side) => {
      if (!view) return;
      view.ids = anchors.takeRow(row.line, names[side] ?? '', side === owner || !drawn[owner]);
      if (names.length > 1)
        view.remarks = remarks.takeLine(row.line, (column) => sideOf(table, column) === names[side]);
      rows[side]?.push(view);
    });
    // What is said about no side in particular stands with the half that answers to the line.
    const first = drawn[owner] ?? drawn.find(Boolean);
    first?.remarks.push(...remarks.takeLine(row.line));
  }
  return columns.map((own, side) => {
    const { title, head } = drawHead(own.map(({ column }) => column));
    const mine = rows[side] ?? [];
    return {
      title: names.length > 1 ? title || (names[side] ?? '') : '',
      head,
      rows: mine,
      width: own.length,
      blankRows: mine.filter((row) => row.blank).length,
    };
  });
}

/** The side that a column path belongs to, undefined where the path does not tell. */
export function sideOf({ columns }: Table, path: string | undefined): Side | undefined {
  const [side, other] = new Set(columns.filter((column) => column.path === path).map(({ side }) => side));
  return other === undefined ? side : undefined;
}

type Own = { column: Column; index: number }[];

/** One side of a printed line; undefined where nothing is printed on it. */
function drawRow(row: Row, own: Own): RowView | undefined {
  const printed = own.map(({ index }) => row.cells[index] ?? null);
  if (printed.every((cell) => cell === null || cell === '')) return undefined;
  const head = headIndex(own, printed);
  const code = own.findIndex(({ column }) => column.role === 'code');
  const label = textOf(printed[head] ?? null);
  const grouped = own.findIndex(({ column }) => column.role === 'counterpart');
  const hasAmounts = own.some(({ column }) => column.role === 'amount');
  return {
    line: row.line,
    ids: [],
    level: levelOf(
      textOf(printed[code] ?? null),
      label,
      grouped < 0 ? undefined : textOf(printed[grouped] ?? null),
    ),
    total: /(合计|总计|小计)$/.test(label),
    blank: hasAmounts && printed.every((cell) => cell === null || typeof cell === 'string'),
    cells: own.map(({ column }, i) => drawCell(column, printed[i] ?? null, i === head)),
    remarks: [],
  };
}

/** The cell that names the row: its label, or what stands in the code's place on a line such as 合计. */
function headIndex(own: Own, printed: Cell[]): number {
  const filled = (role: string) => own.findIndex(({ column }, i) => column.role === role && printed[i]);
  const label = filled('label');
  if (label >= 0) return label;
  const code = filled('code');
  if (code >= 0) return code;
  return own.findIndex(({ column }) => column.role === 'label' || column.role === 'text');
}

/** 类 款 项 by the length of the code; groups and items of table 六 by the second label; parts by ① or 其中. */
function levelOf(code: string, label: string, counterpart: string | undefined): number {
  if (/^\d+$/.test(code)) return code.length <= 3 ? 1 : code.length <= 5 ? 2 : 3;
  if (counterpart !== undefined) return counterpart ? 2 : 1;
  if (/^([①②③④⑤⑥⑦⑧⑨]|[（(]?\d[)）.、]|其中)/.test(label)) return 2;
  return 0;
}

function drawCell(column: Column, cell: Cell, head: boolean): CellView {
  if (cell !== null && typeof cell !== 'string') {
    return isRead(cell)
      ? { kind: 'amount', text: cell.printed }
      : { kind: 'amount', text: cell.printed, undecided: cell.undecided };
  }
  if (column.role === 'amount') return { kind: 'amount', text: cell ?? '' };
  return { kind: head ? 'head' : column.role === 'code' ? 'code' : 'text', text: cell ?? '' };
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell.trim() : '';
}

/** Headings as a grid: equal neighbors on one level are one cell, short paths reach down to the rows. */
function drawHead(columns: Column[]): { title: string; head: HeadCell[][] } {
  let paths = columns.map((column) => column.path.split('/'));
  const first = paths[0]?.[0] ?? '';
  const shared = paths.length > 1 && paths.every((path) => path.length > 1 && path[0] === first);
  if (shared) paths = paths.map((path) => path.slice(1));
  const depth = Math.max(...paths.map((path) => path.length));
  const head: HeadCell[][] = Array.from({ length: depth }, () => []);
  for (let level = 0; level < depth; level++) {
    for (let i = 0; i < paths.length; ) {
      const path = paths[i] as string[];
      const prefix = path.slice(0, level + 1).join('/');
      if (path.length <= level) {
        i++;
        continue;
      }
      const leaf = path.length === level + 1;
      let end = i + 1;
      while (!leaf && end < paths.length && paths[end]?.slice(0, level + 1).join('/') === prefix) end++;
      head[level]?.push({
        text: path[level] as string,
        columns: end - i,
        rows: leaf ? depth - level : 1,
        amount: columns.slice(i, end).every((column) => column.role === 'amount'),
      });
      i = end;
    }
  }
  return { title: shared ? first : '', head };
}
