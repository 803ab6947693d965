import type { Disclosure } from '../schema/disclosure.ts';
import type { Column, Table } from '../schema/table.ts';
import { amountsOfBareRow } from './tables/bare-rows.ts';
import { isOrdinalRow } from './tables/match-header.ts';
import { isGridLine, readCells } from './tables/read-grid.ts';
import { plainLines } from './text/plain-lines.ts';
import { splitLines } from './text/split-lines.ts';

/** A money token of a raw table line. */
export interface Token {
  line: number;
  printed: string;
}

/** What became of the money tokens of a document's tables. */
export interface Conservation {
  /** Tokens that stand in the tables' lines of the text. */
  printed: Token[];
  /** Of those: read with a value, read without (undecided), in no table. */
  read: number;
  undecided: Token[];
  lost: Token[];
  /** Figures that no token stands for. Always empty unless ingest is at fault. */
  invented: Token[];
}

const money = /^[-−(]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\)?$/;

/**
 * Holds the figures of the statutory tables against the text they came from: each money token of a table line
 * must be in exactly one cell of that line.
 *
 * Counts decimals, grouped digits and whole amounts in table lines between a table's title and its last row, also
 * in rows whose cells nothing tells; codes, years, rates and rows of column numbers are no amounts.
 */
export function conservationOf(disclosure: Disclosure, text: string): Conservation {
  const { lines } = plainLines(splitLines(text));
  const found: Token[] = [];
  for (const table of disclosure.tables) {
    const last = Math.max(
      table.line,
      ...table.rows.map(({ line }) => line),
      ...table.notes.map(({ line }) => line),
    );
    for (const { text: raw, line } of lines) {
      if (line < table.line || line > last) continue;
      if (!isGridLine(raw)) {
        found.push(...amountsOfBareRow(raw).map((amount) => ({ line, printed: amount })));
        continue;
      }
      const cells = (readCells(raw) ?? []).map((cell) => cell.trim());
      if (isOrdinalRow(cells)) continue;
      for (const cell of cells) for (const token of tokensOf(cell)) found.push({ line, printed: token });
    }
  }
  const printed = subtract(found, disclosure.tables.flatMap(ratesOf));
  const figures = disclosure.tables.flatMap(figuresOf);
  const open = figures
    .filter(({ undecided }) => undecided)
    .map(({ line, printed: value }) => ({ line, printed: value }));
  const lost = subtract(printed, figures);
  return {
    printed,
    read: printed.length - lost.length - subtract(open, subtract(figures, printed)).length,
    undecided: open,
    lost,
    invented: subtract(figures, printed).filter(({ printed: value }) => isMoney(value.replace(/\s+/g, ''))),
  };
}

/** The amounts in a cell: one as a rule, several where the reading has put cells together. */
function tokensOf(cell: string): string[] {
  return isMoney(cell.replace(/\s+/g, '')) ? [cell] : cell.split(/\s+/).filter(isMoney);
}

function isMoney(cell: string): boolean {
  const plain = cell.normalize('NFKC');
  return money.test(plain) && /[.,]\d/.test(plain);
}

function figuresOf(table: Table): (Token & { undecided: boolean })[] {
  return table.rows.flatMap(({ line, cells }) =>
    cells.flatMap((cell) =>
      cell !== null && typeof cell === 'object'
        ? [{ line, printed: cell.printed, undecided: !('yuan' in cell) }]
        : [],
    ),
  );
}

/** What stands in columns of rates, such as 增减%. */
function ratesOf({ columns, rows }: Table): Token[] {
  const rates = [...columns.keys()].filter((column) => isRate(columns[column] as Column));
  return rates.length === 0
    ? []
    : rows.flatMap(({ line, cells }) =>
        rates.flatMap((column) =>
          tokensOf(String(cells[column] ?? '')).map((printed) => ({ line, printed })),
        ),
      );
}

function isRate({ role, path }: Column): boolean {
  return role === 'text' && /%|率|比例|幅度/.test(path);
}

/** Tokens of `a` left when each of `b` takes one away. A joined row carries the line of its first. */
function subtract(a: Token[], b: Token[]): Token[] {
  const counts = new Map<string, number>();
  const key = ({ line, printed }: Token) => `${line}\t${printed.replace(/\s+/g, '')}`;
  for (const token of b) counts.set(key(token), (counts.get(key(token)) ?? 0) + 1);
  return a.filter((token) => {
    const left = counts.get(key(token)) ?? 0;
    if (left > 0) counts.set(key(token), left - 1);
    return left === 0;
  });
}
