import { remembered } from '../../remembered.ts';
import type { SourceLine } from '../source-line.ts';
import { joinWraps } from '../text/plain.ts';

/** One line of a table as cells; wraps inside a cell are joined, nothing else is touched. */
export interface GridLine {
  line: number;
  cells: string[];
  /** Lines without cells stood between the line before and this one. */
  gap: boolean;
  /** Whether the line had no cell marks: a piece of a broken row. */
  piece?: true;
}

/** Whether the line belongs to a grid: tabs, or pipes at both ends. */
export function isGridLine(text: string): boolean {
  return text.includes('\t') || /^\s*\|.*\|\s*$/.test(text);
}

/** Cells of a grid line; `undefined` for a rule of a GFM table. */
export function readCells(text: string): string[] | undefined {
  return cellsOf(text)?.slice();
}

const cellsOf = remembered((text): readonly string[] | undefined => {
  if (/^\s*\|.*\|\s*$/.test(text)) {
    if (/^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/.test(text)) return undefined;
    const inner = text.trim().slice(1, -1);
    return inner
      .split(/(?<!\\)\|/)
      .map((cell) => joinWraps(cell.replaceAll('\\|', '|').replace(/\*\*/g, '')));
  }
  return text.split('\t').map((cell) => joinWraps(cell.replaceAll('**', '')));
});

/** The only filled cell of a grid line, or the text of a line without cells. */
export function loneText(text: string): string | undefined {
  if (!isGridLine(text)) return text;
  const filled = (cellsOf(text) ?? []).filter((cell) => cell !== '');
  return filled.length === 1 ? filled[0] : undefined;
}

/** All grid lines of a stretch of text, in order. */
export function readGrid(lines: SourceLine[]): GridLine[] {
  const grid: GridLine[] = [];
  let gap = false;
  for (const { text, line } of lines) {
    const cells = isGridLine(text) ? readCells(text) : undefined;
    if (cells?.some((cell) => cell !== '')) {
      grid.push({ line, cells, gap });
      gap = false;
    } else if (cells === undefined && text.trim() !== '' && !isGridLine(text)) {
      grid.push({ line, cells: [joinWraps(text)], gap, piece: true });
      gap = false;
    } else gap = true;
  }
  return grid;
}
