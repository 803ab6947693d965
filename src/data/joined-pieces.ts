import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFacts } from '../publish/ledger.ts';

/** What is known of a file below the folder of the open data, by its path there. */
export type KnownFacts = (path: string) => FileFacts | undefined;

/** A table that is to be joined from those of all disclosures; plain data, for another thread. */
export interface TableParts {
  /** Of the resource: `figures`. */
  name: string;
  /** First line of its file, with its end. */
  header: string;
  parts: Joined['parts'];
}

/** What a joined file was joined from, so that the next one takes over what did not change. */
export interface Joined {
  /** SHA-256 of the joined file, hex. */
  sha256: string;
  /** Disclosure, SHA-256 of its own file, bytes of its rows, in order. */
  parts: [id: string, sha256: string, bytes: number][];
}

/** A range of a file. */
interface Range {
  path: string;
  from: number;
  to: number;
}

/** Bytes read at a time: what a core's own cache holds. */
const chunk = 1024 * 1024;

/** The parts of a table. @throws where one was not written */
export function partsOf(name: string, header: string, ids: readonly string[], known: KnownFacts): TableParts {
  const before = Buffer.byteLength(header);
  const parts = ids.map((id): Joined['parts'][number] => {
    const facts = known(`${id}/${name}.csv`);
    if (!facts) throw new Error(`data/${id}/${name}.csv was not written`);
    return [id, facts[0], facts[1] - before];
  });
  return { name, header, parts };
}

/**
 * A table's header, then the rows of each part: out of the joined file that stands there where they are the same, in
 * long ranges, out of the part's own file otherwise. A piece holds until the next one is asked for.
 *
 * @param before what the file that stands there was joined from; null where none does
 */
export function* joinedPieces(
  folder: string,
  { name, header: line, parts }: TableParts,
  before: Joined | null,
): Generator<Uint8Array> {
  const header = Buffer.from(line);
  const places = new Map<string, number>();
  let end = header.length;
  for (const [id, sha256, bytes] of before?.parts ?? []) {
    places.set(`${id}\0${sha256}`, end);
    end += bytes;
  }
  yield header;
  const ranges: Range[] = [];
  for (const [id, sha256, bytes] of parts) {
    const place = places.get(`${id}\0${sha256}`);
    const range =
      place === undefined
        ? { path: join(folder, id, `${name}.csv`), from: header.length, to: header.length + bytes }
        : { path: join(folder, `${name}.csv`), from: place, to: place + bytes };
    const last = ranges.at(-1);
    if (last?.path === range.path && last.to === range.from) last.to = range.to;
    else ranges.push(range);
  }
  const memory = Buffer.allocUnsafe(chunk);
  for (const range of ranges) yield* readRange(range, memory);
}

function* readRange({ path, from, to }: Range, memory: Buffer): Generator<Uint8Array> {
  if (from === to) return;
  const file = openSync(path, 'r');
  try {
    for (let at = from; at < to; ) {
      const bytes = readSync(file, memory, 0, Math.min(chunk, to - at), at);
      if (bytes === 0) throw new Error(`${path} ends at ${at}, expected ${to} bytes`);
      yield memory.subarray(0, bytes);
      at += bytes;
    }
  } finally {
    closeSync(file);
  }
}
