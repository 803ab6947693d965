import type { SourceLine } from '../source-line.ts';
import { isHeaderRow, isOrdinalRow, matchHeader } from '../tables/match-header.ts';
import { isGridLine, readCells } from '../tables/read-grid.ts';
import type { TableTemplate, Template } from '../tables/template.ts';

/** Share of a table's columns that a header names; 0 where it prints a word that the table does not have. */
export function headerShare(header: string[][], spec: TableTemplate, template: Template): number {
  const grid = header.map((cells) => ({ line: 0, cells, gap: false }));
  const leaves = spec.leaves.filter(({ optional }) => !optional);
  const { texts, unknown } = matchHeader(grid, leaves, template);
  const named = leaves.filter(({ path }) => texts.has(path.join('/'))).length;
  return unknown.length > 0 ? 0 : named / leaves.length;
}

/** Cells of the first header in these lines, row by row; empty where a row of the table comes first. */
export function firstHeader(lines: SourceLine[], template: Template): string[][] {
  const words = Object.values(template.words);
  const header: string[][] = [];
  for (const { text } of lines) {
    const cells = isGridLine(text) ? (readCells(text) ?? []) : [];
    if (cells.length < 2) continue;
    if (!isHeaderRow(cells, words, header.length > 0) || isOrdinalRow(cells)) break;
    header.push(cells);
  }
  return header;
}
