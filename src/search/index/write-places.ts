import { ByteWriter, zigzag } from './byte-writer.ts';
import { sortByKey } from './growing-list.ts';
import type { Wordings } from './number-wordings.ts';
import type { Segment } from './segment.ts';

/** Size that a file of rows grows to before the next begins, undeflated. */
const fileSize = 8 * 1024;

/** Files of some neighboring wordings: see `shard-format.ts`. */
export interface PlacesFile {
  /** First wording. */
  first: number;
  pages: Uint8Array;
  rows: Uint8Array;
  mains: Uint8Array;
}

/** All rows of a shard, by wording and then in order: page, row on the page, main amount. */
interface Places {
  starts: Int32Array;
  pages: Int32Array;
  rows: Int32Array;
  mains: Float64Array;
}

/** Writes where each wording stands, and the main amounts there. */
export function writePlaces(segments: Segment[], wordings: Wordings): PlacesFile[] {
  const places = sortPlaces(segments, wordings);
  const count = wordings.segments.length;
  const files: PlacesFile[] = [];
  for (let wording = 0; wording < count; ) {
    const first = wording;
    const file = new PlacesWriter(places);
    while (wording < count && file.size < fileSize) file.add(wording++);
    files.push({ first, ...file.written() });
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

class PlacesWriter {
  readonly #places: Places;
  readonly #pages = new ByteWriter(1024);
  readonly #rows = new ByteWriter(fileSize * 2);
  readonly #mains = new ByteWriter(fileSize * 2);
  #page = 0;
  #row = 0;

  constructor(places: Places) {
    this.#places = places;
  }

  get size(): number {
    return this.#rows.length;
  }

  add(wording: number): void {
    const { starts, rows, mains } = this.#places;
    const from = starts[wording] as number;
    const to = starts[wording + 1] as number;
    this.#addPages(from, to);
    let before = this.#row;
    let some = false;
    for (let at = from; at < to; at++) {
      const row = rows[at] as number;
      this.#rows.varint(zigzag(row - before));
      before = row;
      some ||= mains[at] !== 0;
    }
    this.#row = rows[from] as number;
    this.#mains.varint(Number(some));
    if (some) for (let at = from; at < to; at++) this.#mains.varint(zigzag(mains[at] as number));
  }

  /** Number of pages; then each as its distance from the one before, with a bit that says whether a count follows. */
  #addPages(from: number, to: number): void {
    const { pages } = this.#places;
    let distinct = 1;
    for (let at = from + 1; at < to; at++) if (pages[at] !== pages[at - 1]) distinct++;
    this.#pages.varint(distinct - 1);
    for (let at = from; at < to; ) {
      const page = pages[at] as number;
      const distance = at === from ? zigzag(page - this.#page) : page - (pages[at - 1] as number) - 1;
      let end = at + 1;
      while (end < to && pages[end] === page) end++;
      this.#pages.varint(distance * 2 + Number(end - at > 1));
      if (end - at > 1) this.#pages.varint(end - at - 2);
      at = end;
    }
    this.#page = pages[from] as number;
  }

  written() {
    return { pages: this.#pages.written(), rows: this.#rows.written(), mains: this.#mains.written() };
  }
}
