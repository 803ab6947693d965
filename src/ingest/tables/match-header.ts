import { matchKey } from '../text/plain.ts';
import type { GridLine } from './read-grid.ts';
import type { LeafTemplate, Template } from './template.ts';

/** A printed heading cell. */
interface HeaderCell {
  row: number;
  column: number;
  text: string;
  key: string;
}

/** What the printed header says about a template's leaves. */
export interface HeaderMatch {
  /** Printed text by node (path prefix joined by `/`, template words). */
  texts: Map<string, string>;
  /** Column that each leaf's own word stands in, undefined where it is not printed. */
  columns: (number | undefined)[];
  /** Whether that column can be trusted: its header row is as wide as the widest. */
  width: number;
  /** Cells that mean nothing to the template. */
  unknown: string[];
}

/** Amounts, and what reads as one but for a letter or a point: no heading is like that. */
const amountLike =
  /^[-−(]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?$|^[-−(]?\d+\.\d+\)?$|^[-−(]?(?=.*\d)[\dOolI]+(?:[.,][\dOolI]{3})*[.,][\dOolI]{2}\)?$/;
const ordinalCell = /^(?:\d{1,2}(?:=[\d+＋-]+)?|栏次|行次|[一二三四五六七八九十甲乙丙])$/;

/** Whether the line is a row of column numbers, `1 2 3 …`, also in brackets. */
export function isOrdinalRow(cells: string[]): boolean {
  const filled = cells.filter((cell) => cell !== '').map((cell) => cell.replace(/[()（）]/g, ''));
  const numbers = filled.flatMap((cell) => (/^\d/.test(cell) ? [Number.parseInt(cell, 10)] : []));
  return (
    filled.every((cell) => ordinalCell.test(cell)) &&
    numbers.length >= 2 &&
    numbers.every((value, index) => value === (numbers[0] as number) + index) &&
    (numbers[0] as number) <= 2
  );
}

/** Number of cells that are heading words of the template, -1 if a cell speaks against a header. */
export function headerWords(cells: string[], words: RegExp[]): number {
  const filled = cells.filter((cell) => cell !== '');
  if (
    filled.some(
      (cell) => amountLike.test(cell.normalize('NFKC').replace(/\s+/g, '')) || /^\d{5,}$/.test(cell),
    )
  )
    return -1;
  const first = matchKey(cells[0] ?? '');
  if (/^\d{3}$/.test(first)) return -1;
  const found = filled.map(matchKey).filter((key) => words.some((word) => word.test(key))).length;
  // 合计 begins a row, or a header whose blank cells were lost: then nothing but heading words follows.
  const isTotal = /^(?:合计|总计|部门合计)$/.test(first) && (filled.length < 2 || found < filled.length);
  return isTotal ? -1 : found;
}

/** Whether a line is a header row; `after`: the line above it is one. */
export function isHeaderRow(cells: string[], words: RegExp[], after: boolean): boolean {
  const filled = cells.filter((cell) => cell !== '').length;
  const found = headerWords(cells, words);
  if (found < 0 || filled === 0 || found * 2 < filled) return false;
  if (found >= 2) return true;
  return after && found === 1 && cells[0] === '';
}

/** Finds each of a template's heading words among the printed header rows. */
export function matchHeader(rows: GridLine[], leaves: LeafTemplate[], template: Template): HeaderMatch {
  const cells: HeaderCell[] = rows.flatMap(({ cells: row }, index) =>
    row.flatMap((text, column) => (text === '' ? [] : [{ row: index, column, text, key: matchKey(text) }])),
  );
  const used = new Set<HeaderCell>();
  const texts = new Map<string, string>();
  const nodes = nodesOf(leaves.filter(({ extra }) => !extra));
  const cellOf = new Map<string, HeaderCell>();
  const last = new Map<number, number>();
  for (const { id, word, depth, optional } of nodes) {
    const pattern = template.words[word];
    const all = cells.filter((cell) => !used.has(cell) && pattern?.test(cell.key));
    const below = spanBelow(cellOf.get(id.slice(0, id.lastIndexOf('/'))));
    const within = below ? all.filter(below) : all;
    // A column that need not be there is not looked for under another heading.
    const free = within.length > 0 || optional ? within : all;
    const position = (cell: HeaderCell) => cell.column;
    const after = free.filter((cell) => cell.row === depth && position(cell) > (last.get(depth) ?? -1));
    const cell =
      after[0] ??
      free.find((candidate) => candidate.row === depth) ??
      free.find((candidate) => candidate.row > depth) ??
      free[0];
    if (!cell) continue;
    used.add(cell);
    if (cell.row === depth) last.set(depth, Math.max(last.get(depth) ?? -1, position(cell)));
    texts.set(id, cell.text);
    cellOf.set(id, cell);
  }
  const width = Math.max(0, ...rows.map(({ cells: row }) => row.length));
  return {
    texts,
    columns: leaves.map(({ path }) => {
      const cell = cellOf.get(path.join('/'));
      return cell && (rows[cell.row]?.cells.length ?? 0) === width ? cell.column : undefined;
    }),
    width,
    unknown: cells.filter((cell) => !used.has(cell)).map(({ text }) => text),
  };

  /** Which cells stand below a heading, where the rows are equally wide so that positions tell. */
  function spanBelow(heading: HeaderCell | undefined): ((cell: HeaderCell) => boolean) | undefined {
    if (!heading) return undefined;
    const row = rows[heading.row]?.cells ?? [];
    const next = row.findIndex((text, column) => column > heading.column && text !== '');
    const end = next < 0 ? row.length : next;
    if (end - heading.column < 2) return undefined;
    return (cell) =>
      rows[cell.row]?.cells.length !== row.length ||
      (cell.row > heading.row && cell.column >= heading.column && cell.column < end);
  }
}

/** All nodes of the heading tree, level by level, in printed order. */
function nodesOf(leaves: LeafTemplate[]): { id: string; word: string; depth: number; optional: boolean }[] {
  const nodes = new Map<
    string,
    { id: string; word: string; depth: number; first: number; optional: boolean }
  >();
  leaves.forEach(({ path, optional = false }, first) => {
    path.forEach((word, depth) => {
      const id = path.slice(0, depth + 1).join('/');
      const known = nodes.get(id);
      if (known) known.optional &&= optional;
      else nodes.set(id, { id, word, depth, first, optional });
    });
  });
  return [...nodes.values()].sort((a, b) => a.depth - b.depth || a.first - b.first);
}
