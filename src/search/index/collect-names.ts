import type { SearchPage } from '../search-page.ts';
import type { PackedNames } from './packed-names.ts';
import type { Cell, Reading, Wording } from './read-wordings.ts';

/** Collects what can be suggested from a page: names of bodies, items, entries and terms, and common words. */
export function collectNames({ rows, groups }: SearchPage, reading: Reading): PackedNames {
  // Of each wording: the rows that it is, and those of them that are not a table's title.
  const all = new Int32Array(reading.wordings.length);
  const named = new Int32Array(reading.wordings.length);
  rows.forEach(({ kind, anchor, group }, row) => {
    const wording = reading.rows[row] as number;
    (all[wording] as number)++;
    if (kind !== '表格行' || anchor !== groups[group]?.anchor) (named[wording] as number)++;
  });
  const names = new Map<string, number>();
  const add = (name: string, count: number) => names.set(name, (names.get(name) ?? 0) + count);
  const cells = new Map<Cell, number>();
  reading.wordings.forEach((wording: Wording, number) => {
    const count = named[number] as number;
    if (wording.name && count > 0) add(wording.name, count);
    for (const cell of wording.cells)
      if (cell.common.length > 0) cells.set(cell, (cells.get(cell) ?? 0) + (all[number] as number));
  });
  for (const [{ common }, count] of cells) for (const word of common) add(`常用词\t${word}\t`, count);
  return { lines: [...names.keys()].join('\n'), counts: [...names.values()] };
}
