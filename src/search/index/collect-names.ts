import type { SearchPage } from '../search-page.ts';
import type { PackedNames } from './packed-names.ts';
import type { Cell, Reading } from './read-wordings.ts';

/** Collects what can be suggested from a page: names of bodies, items, entries and terms, and common words. */
export function collectNames({ rows, groups }: SearchPage, { wordings }: Reading): PackedNames {
  const names = new Map<string, number>();
  const add = (name: string, count: number) => names.set(name, (names.get(name) ?? 0) + count);
  const cells = new Map<Cell, number>();
  rows.forEach(({ kind, anchor, group }, row) => {
    const wording = wordings[row] as Reading['wordings'][number];
    const isTitle = kind === '表格行' && anchor === groups[group]?.anchor;
    if (wording.name && !isTitle) add(wording.name, 1);
    for (const cell of wording.cells) if (cell.common.length > 0) cells.set(cell, (cells.get(cell) ?? 0) + 1);
  });
  for (const [{ common }, count] of cells) for (const word of common) add(`常用词\t${word}\t`, count);
  return { lines: [...names.keys()].join('\n'), counts: [...names.values()] };
}
