import type { Side } from '../schema/table.ts';
import type { FigureRow } from './figure-row.ts';

/** One named amount and where it stands. */
export interface Item {
  /** Label without its ordinal: `教育支出`. */
  name: string;
  code: string;
  yuan: number;
  table: number;
  line: number;
  side: Side;
}

/** The figures that a reader asks for first; undefined or empty where the tables do not say. */
export interface KeyFigures {
  /** 收入总计 */
  income?: Item | undefined;
  /** 本年收入合计 */
  incomeOfYear?: Item | undefined;
  /** 上年结转, income side */
  carriedOver?: Item | undefined;
  /** 支出总计 */
  spending?: Item | undefined;
  /** Where the money comes from, largest first, 上年结转 included. */
  sources: Item[];
  /** What it is spent on by function (类), largest first. */
  functions: Item[];
  /** 基本支出 and 项目支出 of all spending. */
  basic?: Item | undefined;
  project?: Item | undefined;
  /** 工资福利支出 of basic spending: what people in post cost, without pensions. */
  wages?: Item | undefined;
  /** 人员经费 (pensions included) and 公用经费 of basic spending. */
  staff?: Item | undefined;
  running?: Item | undefined;
  /** “三公”经费 and its parts, largest first. */
  official?: Item | undefined;
  officialParts: Item[];
  /** 机关运行经费 */
  operating?: Item | undefined;
}

const ordinal = /^[（(]?[一二三四五六七八九十百]+[)）、.．]|^[①②③④⑤]/;
const numberBefore = /^\d+[、.．](?!\d)/;

/** Finds the key figures among the printed amounts of one disclosure. */
export function keyFigures(rows: FigureRow[]): KeyFigures {
  const summary = lineTotals(rows, 1);
  const income = summary.filter((item) => item.side === '收入');
  const spending = summary.filter((item) => item.side === '支出');
  const carried = find(income, /^(上年|年初)结转/);
  const byFunction = itemsOf(spending);
  const classes = lineTotals(rows, 3).filter((item) => /^\d{3}$/.test(item.code));
  // Where several bodies have their items, the first are those of all.
  const all = lineTotals(rows, 10);
  const official = all.filter(({ label }, at) => all.findIndex((item) => item.label === label) === at);
  const trips = official.filter(({ label }) => !ordinal.test(label) && !isPartOfVehicles(label, official));
  return {
    income: find(income, /^收入总计$/) ?? find(lineTotals(rows, 2), /^合计$/),
    incomeOfYear: find(income, /^本年收入合计$/),
    carriedOver: carried,
    spending: find(spending, /^支出总计$/) ?? find(lineTotals(rows, 3), /^合计$/),
    sources: largestFirst([
      ...itemsOf(income).filter((item) => item !== carried),
      ...(carried ? [carried] : []),
    ]),
    functions: largestFirst(byFunction.some((item) => item.yuan !== 0) ? byFunction : classes),
    basic: cell(rows, 3, /^合计$/, /基本支出(?:\/小计)?$/),
    project: cell(rows, 3, /^合计$/, /项目支出(?:\/小计)?$/),
    wages: find(lineTotals(rows, 6), /^工资福利支出$/),
    staff: cell(rows, 6, /^合计$/, /人员经费$/),
    running: cell(rows, 6, /^合计$/, /公用经费$/),
    official: find(trips, totalOfTrips),
    officialParts: largestFirst(trips.filter((item) => !totalOfTrips.test(item.label))),
    operating: find(lineTotals(rows, 11), /合计$/) ?? lineTotals(rows, 11)[0],
  };
}

/** Numbered items of a side; where 一、 heads them all, those that it holds. */
function itemsOf(side: Total[]): Total[] {
  const numbered = side.filter(({ label }) => ordinal.test(label));
  const held = side.filter(({ label }) => /^\d+[、.．]/.test(label));
  return numbered.length === 1 && held.length > 1 ? held : numbered;
}

const totalOfTrips = /^(?:[“"]?三公[”"]?经费)?(?:合计|总计)$|^[“"]?三公[”"]?经费$/;

/** Whether a line says what 公务用车购置及运行费 holds, where that is printed too. */
function isPartOfVehicles(label: string, lines: Total[]): boolean {
  return (
    /^公务用车(?:购置|运行(?:维护)?)费?$/.test(label) &&
    lines.some((line) => /公务用车购置(?:及|和|与)运行/.test(line.label))
  );
}

/** One line of a table with its total. */
export type Total = Item & { label: string };

/** Each line of a table with its total, where that could be read. */
export function lineTotals(rows: FigureRow[], table: number): Total[] {
  return totalRows(rows, table).flatMap((row) => (row.yuan === undefined ? [] : [item(row, row.yuan)]));
}

/** The total of each line of a table: the column called 合计 or 小计, else the first amount column. */
export function totalRows(rows: FigureRow[], table: number): FigureRow[] {
  const main = new Map<Side, string>();
  for (const row of rows) {
    if (row.table !== table) continue;
    const known = main.get(row.side);
    if (known === undefined || (isTotal(row.column) && !isTotal(known))) main.set(row.side, row.column);
  }
  return rows.filter((row) => row.table === table && row.column === main.get(row.side));
}

/** The amount of one line in the first column whose path matches. */
function cell(rows: FigureRow[], table: number, label: RegExp, column: RegExp): Item | undefined {
  const row = rows.find(
    (row) =>
      row.table === table &&
      label.test(row.label || row.code) &&
      column.test(row.column) &&
      row.yuan !== undefined,
  );
  return row && item(row, row.yuan as number);
}

function item(row: FigureRow, yuan: number): Total {
  const label = (row.label || row.code).replaceAll(/\s/g, '');
  const { code, table, line, side } = row;
  return { name: label.replace(ordinal, '').replace(numberBefore, ''), label, code, yuan, table, line, side };
}

function isTotal(column: string): boolean {
  return /(合计|小计|总计)$/.test(column);
}

function find(items: Total[], label: RegExp): Item | undefined {
  return items.find((item) => label.test(item.label));
}

function largestFirst(items: Item[]): Item[] {
  return items.filter((item) => item.yuan !== 0).sort((a, b) => b.yuan - a.yuan || a.line - b.line);
}
