import { ByteReader, unzigzag } from '../index/byte-writer.ts';
import { GrowingList } from '../index/growing-list.ts';

/** Where one wording stands. */
export interface Place {
  /** Pages in order, and on each how often. */
  pages: Int32Array;
  counts: Int32Array;
  /** Rows on these pages, page after page, and their main amounts; undefined where that was not loaded. */
  rows?: Int32Array | undefined;
  mains?: Float64Array | undefined;
}

/** Lists of some neighboring wordings, one after the other. */
export interface Standings {
  first: number;
  /** Where each wording's list begins in the others, and where the last ends. */
  starts: Int32Array;
  pages: Int32Array;
  counts: Int32Array;
  /** Where each wording's rows begin, among those of all. */
  rowStarts: Int32Array;
}

/**
 * Reads a file `p/<n>`.
 *
 * @param first its first wording
 */
export function readStandings(bytes: Uint8Array, first: number): Standings {
  const reader = new ByteReader(bytes);
  const starts = new GrowingList();
  const rowStarts = new GrowingList();
  const pages = new GrowingList();
  const counts = new GrowingList();
  let rows = 0;
  let before = 0;
  while (!reader.done) {
    starts.push(pages.length);
    rowStarts.push(rows);
    let page = before;
    for (let runs = reader.varint(), run = 0; run <= runs; run++) {
      const coded = reader.varint();
      const distance = Math.floor(coded / 2);
      page += run === 0 ? unzigzag(distance) : distance;
      if (run === 0) before = page;
      const length = coded % 2 ? reader.varint() + 1 : 1;
      const count = coded % 2 ? reader.varint() + 1 : 1;
      rows += length * count;
      for (const end = page + length; page < end; page++) {
        pages.push(page);
        counts.push(count);
      }
    }
  }
  starts.push(pages.length);
  rowStarts.push(rows);
  return {
    first,
    starts: starts.filled(),
    pages: pages.filled(),
    counts: counts.filled(),
    rowStarts: rowStarts.filled(),
  };
}

/** The wordings whose rows or amounts a file has: from `first` on, before `end`. */
export interface Range {
  first: number;
  end: number;
}

/** Reads a file `l/<n>`: the rows of its wordings, one after the other. */
export function readRows(bytes: Uint8Array, { rowStarts, first }: Standings, range: Range): Int32Array {
  const reader = new ByteReader(bytes);
  const begin = rowStarts[range.first - first] as number;
  const rows = new Int32Array((rowStarts[range.end - first] as number) - begin);
  let before = 0;
  for (let wording = range.first - first; wording < range.end - first; wording++) {
    const from = (rowStarts[wording] as number) - begin;
    const to = (rowStarts[wording + 1] as number) - begin;
    let row = before;
    for (let at = from; at < to; at++) {
      row += unzigzag(reader.varint());
      rows[at] = row;
    }
    before = rows[from] as number;
  }
  return rows;
}

/** Reads a file `m/<n>`: the main amounts of the rows of its wordings, one after the other. */
export function readMains(bytes: Uint8Array, { rowStarts, first }: Standings, range: Range): Float64Array {
  const reader = new ByteReader(bytes);
  const begin = rowStarts[range.first - first] as number;
  const mains = new Float64Array((rowStarts[range.end - first] as number) - begin);
  for (let wording = range.first - first; wording < range.end - first; wording++) {
    if (reader.varint() === 0) continue;
    const to = (rowStarts[wording + 1] as number) - begin;
    for (let at = (rowStarts[wording] as number) - begin; at < to; at++)
      mains[at] = unzigzag(reader.varint());
  }
  return mains;
}
