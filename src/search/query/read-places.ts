import { ByteReader, unzigzag } from '../index/byte-writer.ts';

/** Where one wording stands. */
export interface Place {
  /** Pages in order, and on each how often. */
  pages: Int32Array;
  counts: Int32Array;
  /** Rows on these pages, page after page, and their main amounts; undefined where that was not loaded. */
  rows?: Int32Array | undefined;
  /** Undefined also where none has an amount. */
  mains?: Float64Array | undefined;
}

/** Some neighboring wordings. */
export interface PlacesBlock {
  /** One more than the last wording. */
  end: number;
  place(wording: number): Place;
  readRows(bytes: Uint8Array): void;
  readMains(bytes: Uint8Array): void;
}

/**
 * Reads a file `p/<n>`.
 *
 * @param first its first wording
 */
export function readPlaces(bytes: Uint8Array, first: number): PlacesBlock {
  const places = readPages(bytes);
  let hasRows = false;
  let hasMains = false;
  return {
    end: first + places.length,
    place: (wording) => places[wording - first] as Place,
    readRows(bytes) {
      if (!hasRows) readRows(bytes, places);
      hasRows = true;
    },
    readMains(bytes) {
      if (!hasMains) readMains(bytes, places);
      hasMains = true;
    },
  };
}

function readPages(bytes: Uint8Array): Place[] {
  const reader = new ByteReader(bytes);
  const places: Place[] = [];
  let first = 0;
  while (!reader.done) {
    const length = reader.varint() + 1;
    const pages = new Int32Array(length);
    const counts = new Int32Array(length);
    for (let index = 0; index < length; index++) {
      const coded = reader.varint();
      const distance = Math.floor(coded / 2);
      pages[index] = index === 0 ? first + unzigzag(distance) : (pages[index - 1] as number) + distance + 1;
      counts[index] = coded % 2 ? reader.varint() + 2 : 1;
    }
    first = pages[0] as number;
    places.push({ pages, counts });
  }
  return places;
}

function readRows(bytes: Uint8Array, places: Place[]): void {
  const reader = new ByteReader(bytes);
  let first = 0;
  for (const place of places) {
    let row = first;
    place.rows = new Int32Array(place.counts.reduce((sum, count) => sum + count, 0));
    for (let index = 0; index < place.rows.length; index++) {
      row += unzigzag(reader.varint());
      place.rows[index] = row;
    }
    first = place.rows[0] as number;
  }
}

function readMains(bytes: Uint8Array, places: Place[]): void {
  const reader = new ByteReader(bytes);
  for (const place of places) {
    if (reader.varint() === 0) continue;
    place.mains = new Float64Array(place.counts.reduce((sum, count) => sum + count, 0));
    for (let index = 0; index < place.mains.length; index++) place.mains[index] = unzigzag(reader.varint());
  }
}
