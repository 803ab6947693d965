import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ledger } from '../publish/ledger.ts';
import type { DisclosureResource } from './resource.ts';
import { csvHeader } from './write-csv.ts';

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

/** Bytes read at a time. */
const chunk = 4 * 1024 * 1024;

/** The parts of a resource as the ledger knows them. @throws where one was not written */
export function partsOf(
  { name, fields }: DisclosureResource,
  ids: readonly string[],
  ledger: Ledger,
): Joined['parts'] {
  const header = Buffer.byteLength(csvHeader(fields));
  return ids.map((id) => {
    const facts = ledger.get(`${id}/${name}.csv`);
    if (!facts) throw new Error(`data/${id}/${name}.csv was not written`);
    return [id, facts[0], facts[1] - header];
  });
}

/**
 * A resource's header, then the rows of each part: out of the joined file that stands there where they are the same, in
 * long ranges, out of the part's own file otherwise. A piece holds until the next one is asked for.
 *
 * @param before what the file that stands there was joined from; null where none does
 */
export async function* joinedPieces(
  folder: string,
  { name, fields }: DisclosureResource,
  parts: Joined['parts'],
  before: Joined | null,
): AsyncGenerator<Buffer> {
  const header = Buffer.from(csvHeader(fields));
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

async function* readRange({ path, from, to }: Range, memory: Buffer): AsyncGenerator<Buffer> {
  if (from === to) return;
  const file = await open(path, 'r');
  try {
    for (let at = from; at < to; ) {
      const { bytesRead } = await file.read(memory, 0, Math.min(chunk, to - at), at);
      if (bytesRead === 0) throw new Error(`${path} ends at ${at}, expected ${to} bytes`);
      yield memory.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}
