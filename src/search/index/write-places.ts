import { boundOf } from './amount-bound.ts';
import { ByteWriter, zigzag } from './byte-writer.ts';
import { sortByKey } from './growing-list.ts';
import type { Wordings } from './number-wordings.ts';
import type { Segment } from './segment.ts';

/** Sizes that files grow to before the next begins, undeflated. */
const pagesSize = 8 * 1024;
const rowsSize = 16 * 1024;
const mainsSize = 8 * 1024;

/** Files of some neighboring wordings: see `shard-format.ts`. */
export interface PlacesFiles {
  standings: { first: number; bytes: Uint8Array }[];
  rows: { first: number; bytes: Uint8Array }[];
  mains: { first: number; bytes: Uint8Array }[];
  /** Of all wordings. */
  bounds: Uint8Array;
}

/** All rows of a shard, by wording and then in order: page, row on the page, main amount. */
interface Places {
  starts: Int32Array;
  pages: Int32Array;
  rows: Int32Array;
  mains: Float64Array;
}

/** Writes where each wording stands, and the main amounts there. */
export function writePlaces(segments: Segment[], wordings: Wordings): PlacesFiles {
  const places = sortPlaces(segments, wordings);
  const count = wordings.segments.length;
  const files: PlacesFiles = { standings: [], rows: [], mains: [], bounds: new Uint8Array(count) };
  for (let wording = 0; wording < count; ) {
    const first = wording;
    const standing = new StandingWriter(places);
    const rows = new FilesWriter(rowsSize, first);
    const mains = new FilesWriter(mainsSize, first);
    // The files of rows and amounts end with one of pages, so that they can be read with the help of that alone.
    while (wording < count && standing.size < pagesSize) {
      standing.add(wording);
      files.bounds[wording] = boundOf(mainsOf(places, wording));
      addRows(rows.writer, places, wording, rows.fresh);
      addMains(mains.writer, places, wording);
      wording++;
      rows.close(wording);
      mains.close(wording);
    }
    files.standings.push({ first, bytes: standing.written() });
    files.rows.push(...rows.written(wording));
    files.mains.push(...mains.written(wording));
  }
  return files;
}

function sortPlaces(segments: Segment[], wordings: Wordings): Places {
  const count = segments.reduce((sum, { rows }) => sum + rows.length, 0);
  const found = new Int32Array(count);
  const pages = new Int32Array(count);
  const rows = new Int32Array(count);
  const mains = new Float64Array(count);
  let at = 0;
  segments.forEach((segment, page) => {
    const of = wordings.of[page] as Int32Array;
    for (let row = 0; row < segment.rows.length; row++, at++) {
      found[at] = of[segment.rows[row] as number] as number;
      pages[at] = page;
      rows[at] = row;
      mains[at] = segment.mains[row] as number;
    }
  });
  const { order, starts } = sortByKey(found, wordings.segments.length);
  return {
    starts,
    pages: order.map((index) => pages[index] as number),
    rows: order.map((index) => rows[index] as number),
    mains: Float64Array.from({ length: count }, (_, index) => mains[order[index] as number] as number),
  };
}

/** Pages of some wordings. */
class StandingWriter {
  readonly #places: Places;
  readonly #pages = new ByteWriter(pagesSize * 2);
  #page = 0;

  constructor(places: Places) {
    this.#places = places;
  }

  get size(): number {
    return this.#pages.length;
  }

  /**
   * Number of runs of neighboring pages with the same count; of each the distance from the page before (of the first,
   * from the first of the wording before), with a bit that says whether more follows: pages and count.
   */
  add(wording: number): void {
    const { starts, pages } = this.#places;
    const from = starts[wording] as number;
    const to = starts[wording + 1] as number;
    const runs = runsOf(pages.subarray(from, to));
    this.#pages.varint(runs.length - 1);
    let before = this.#page;
    for (const [index, { first, pages, count }] of runs.entries()) {
      const more = pages > 1 || count > 1;
      const distance = index === 0 ? zigzag(first - before) : first - before;
      this.#pages.varint(distance * 2 + Number(more));
      if (more) this.#pages.varint(pages - 1);
      if (more) this.#pages.varint(count - 1);
      before = first + pages;
    }
    this.#page = pages[from] as number;
  }

  written(): Uint8Array {
    return this.#pages.written();
  }
}

/** Neighboring pages with the same number of rows. */
interface Run {
  first: number;
  pages: number;
  count: number;
}

/** @param pages of the rows, in order */
function runsOf(pages: Int32Array): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < pages.length; ) {
    const page = pages[at] as number;
    let end = at + 1;
    while (end < pages.length && pages[end] === page) end++;
    const run = runs[runs.length - 1];
    if (run && run.count === end - at && run.first + run.pages === page) run.pages++;
    else runs.push({ first: page, pages: 1, count: end - at });
    at = end;
  }
  return runs;
}

/** Neighboring wordings in files of similar size. */
class FilesWriter {
  writer = new ByteWriter();
  readonly #size: number;
  readonly #files: { first: number; bytes: Uint8Array }[] = [];
  #first: number;

  constructor(size: number, first: number) {
    this.#size = size;
    this.#first = first;
  }

  /** Nothing stands in the present file. */
  get fresh(): boolean {
    return this.writer.length === 0;
  }

  /** Ends the present file where it has grown enough. @param next first wording of the next */
  close(next: number): void {
    if (this.writer.length >= this.#size) this.#end(next);
  }

  written(next: number) {
    if (!this.fresh) this.#end(next);
    return this.#files;
  }

  #end(next: number): void {
    this.#files.push({ first: this.#first, bytes: this.writer.written() });
    this.writer = new ByteWriter();
    this.#first = next;
  }
}

/** Each row as its distance from the one before; the first from the first of the wording before, if there is one. */
function addRows(writer: ByteWriter, { starts, rows }: Places, wording: number, fresh: boolean): void {
  const from = starts[wording] as number;
  let before = fresh ? 0 : (rows[starts[wording - 1] as number] as number);
  for (let at = from; at < (starts[wording + 1] as number); at++) {
    const row = rows[at] as number;
    writer.varint(zigzag(row - before));
    before = row;
  }
}

/** Whether any amount follows, then all. */
function addMains(writer: ByteWriter, places: Places, wording: number): void {
  const own = mainsOf(places, wording);
  const some = own.some((main) => main !== 0);
  writer.varint(Number(some));
  if (some) for (const main of own) writer.varint(zigzag(main));
}

function mainsOf({ starts, mains }: Places, wording: number): Float64Array {
  return mains.subarray(starts[wording] as number, starts[wording + 1] as number);
}
