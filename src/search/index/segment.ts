import { kinds, type PageFacts, type SearchPage, type SearchRow } from '../search-page.ts';
import { collectNames } from './collect-names.ts';
import { GrowingList } from './growing-list.ts';
import type { Packs } from './make-packs.ts';
import type { PackedNames } from './packed-names.ts';
import type { Cell, Reading } from './read-wordings.ts';

/**
 * All that the index needs to know of one page: made once, joined with the segments of other pages into shards again
 * and again. Numbers are relative to the page.
 */
export interface Segment {
  facts: PageFacts;
  /** Folder of its packs below `search/`, and how many there are. */
  packs: string;
  packCount: number;
  /** What the page can suggest. */
  names: PackedNames;
  /** Each token once. */
  tokens: string[];
  /** Of each wording its digest, its kind, and 1 where its rows have amounts. */
  digests: string[];
  kinds: Uint8Array;
  valued: Uint8Array;
  /** Tokens of all wordings one after the other, each cell ended by {@link cellEnd} or {@link codeEnd}. */
  words: Numbers;
  /** Where in `words` each wording begins, and where the last ends. */
  starts: Numbers;
  /** Wording of each row. */
  rows: Numbers;
  /** Runs of rows of one kind and group, three numbers each: kind, rows, 1 where a new group begins (else 0). */
  runs: Numbers;
  /** First amount of each row in yuan, 0 where there is none. */
  mains: Float64Array;
  /** Every amount once a row, in order: yuan, row; without those that only repeat another row's. */
  amounts: Float64Array;
}

/** Whole numbers, in as few bytes as they need. */
export type Numbers = Int16Array | Int32Array;

/** Ends a cell; ends the second cell, which holds a code. */
export const cellEnd = -1;
export const codeEnd = -2;

/** Makes the segment of a page. */
export function makeSegment(page: SearchPage, packs: Packs, reading: Reading): Segment {
  const { facts, rows } = page;
  return {
    facts,
    packs: packs.folder,
    packCount: packs.files.length,
    names: collectNames(reading),
    ...numberTokens(reading),
    digests: reading.wordings.map(({ digest }) => digest),
    kinds: Uint8Array.from(reading.wordings, ({ kind }) => kind),
    valued: Uint8Array.from(reading.wordings, ({ valued }) => Number(valued)),
    rows: narrow(reading.rows),
    runs: runsOf(rows),
    mains: Float64Array.from(rows, ({ amounts }) => amounts[0]?.yuan ?? 0),
    amounts: amountsOf(rows),
  };
}

/** Numbers the tokens of a page in the order in which they first stand. */
function numberTokens({ tokens, wordings }: Reading) {
  const own: string[] = [];
  const numberOf = new Int32Array(tokens.length).fill(-1);
  const starts = new Int32Array(wordings.length + 1);
  const words = new GrowingList();
  wordings.forEach(({ cells }, wording) => {
    for (let cell = 0; cell < cells.length; cell++) {
      const { tokens: read } = cells[cell] as Cell;
      for (const token of read) {
        if (numberOf[token] === -1) numberOf[token] = own.push(tokens[token] as string) - 1;
        words.push(numberOf[token] as number);
      }
      if (read.length > 0) words.push(cell === 1 ? codeEnd : cellEnd);
    }
    starts[wording + 1] = words.length;
  });
  return { tokens: own, words: narrow(words.filled()), starts: narrow(starts) };
}

function runsOf(rows: SearchRow[]): Numbers {
  const runs: number[] = [];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const count = runs.length - 2;
    if (before?.kind === row.kind && before.group === row.group) runs[count] = (runs[count] ?? 0) + 1;
    else runs.push(kinds.indexOf(row.kind), 1, Number(before?.group !== row.group));
  });
  return narrow(runs);
}

function amountsOf(rows: SearchRow[]): Float64Array {
  const yuans: number[] = [];
  const places: number[] = [];
  rows.forEach(({ amounts, repeats }, row) => {
    if (repeats) return;
    amounts.forEach(({ yuan }, at) => {
      for (let before = 0; before < at; before++) if (amounts[before]?.yuan === yuan) return;
      yuans.push(yuan);
      places.push(row);
    });
  });
  const order = Uint32Array.from(yuans.keys());
  order.sort((a, b) => (yuans[a] as number) - (yuans[b] as number) || a - b);
  const sorted = new Float64Array(order.length * 2);
  order.forEach((entry, at) => {
    sorted[at * 2] = yuans[entry] as number;
    sorted[at * 2 + 1] = places[entry] as number;
  });
  return sorted;
}

function narrow(numbers: Int32Array | number[]): Numbers {
  for (let at = 0; at < numbers.length; at++)
    if ((numbers[at] as number) >= 2 ** 15) return Int32Array.from(numbers);
  return Int16Array.from(numbers);
}
