import type { PackedNames } from './packed-names.ts';
import type { Cell, Reading, Wording } from './read-wordings.ts';

/** Collects what can be suggested from a page: names of bodies, items, entries and terms, and common words. */
export function collectNames(reading: Reading): PackedNames {
  const counts = new Int32Array(reading.wordings.length);
  for (const wording of reading.rows) (counts[wording] as number)++;
  const names = new Map<string, number>();
  const add = (name: string, count: number) => names.set(name, (names.get(name) ?? 0) + count);
  const cells = new Map<Cell, number>();
  reading.wordings.forEach((wording: Wording, number) => {
    const count = counts[number] as number;
    if (wording.name) add(wording.name, count);
    for (const cell of wording.cells)
      if (cell.common.length > 0) cells.set(cell, (cells.get(cell) ?? 0) + count);
  });
  for (const [{ common }, count] of cells) for (const word of common) add(`常用词\t${word}\t`, count);
  return { lines: [...names.keys()].join('\n'), counts: [...names.values()] };
}
