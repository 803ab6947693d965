import { deflateRawSync } from 'node:zlib';
import type { PageFacts } from '../search-page.ts';
import { ByteWriter } from './byte-writer.ts';
import { numberWordings } from './number-wordings.ts';
import type { Segment } from './segment.ts';
import { type Column, type PageColumns, type PageFact, pageFacts, type ShardMeta } from './shard-format.ts';
import { writeAmounts } from './write-amounts.ts';
import { writeLists } from './write-lists.ts';
import { writePlaces } from './write-places.ts';

/** A shard: what must be known of it first, and its files by their path in it (see `shard-format.ts`). */
export interface JoinedShard {
  meta: ShardMeta;
  files: Map<string, Uint8Array>;
}

/** Joins the segments of some pages into a shard, the same bytes for the same pages. */
export function joinSegments(segments: Segment[]): JoinedShard {
  const files = new Map<string, Uint8Array>();
  const put = (path: string, bytes: Uint8Array | string) => files.set(`${path}.bin`, deflateRawSync(bytes));
  const wordings = numberWordings(segments);
  const { pairs, tokens } = writeLists(segments, wordings);
  const { standings, rows, mains, bounds } = writePlaces(segments, wordings);
  const amounts = writeAmounts(segments);
  const meta: ShardMeta = {
    pages: columnsOf(segments),
    kinds: wordings.kinds,
    valued: wordings.valued,
    standings: standings.map(({ first }) => first),
    rows: rows.map(({ first }) => first),
    mains: mains.map(({ first }) => first),
    pairs: pairs.map(({ first }) => first),
    tokens: tokens.map(({ first }) => first),
    amounts: amounts.map(({ first }) => first),
  };
  put('bounds', bounds);
  put('runs', writeRuns(segments));
  put('packs', Buffer.from(segments.map(({ packs }) => packs).join(''), 'hex'));
  for (const [index, { bytes }] of pairs.entries()) put(`b/${index}`, bytes);
  for (const [index, { bytes }] of tokens.entries()) put(`u/${index}`, bytes);
  for (const [index, { bytes }] of standings.entries()) put(`p/${index}`, bytes);
  for (const [index, { bytes }] of rows.entries()) put(`l/${index}`, bytes);
  for (const [index, { bytes }] of mains.entries()) put(`m/${index}`, bytes);
  for (const [index, { bytes }] of amounts.entries()) put(`a/${index}`, bytes);
  return { meta, files };
}

function columnsOf(segments: Segment[]): PageColumns {
  const facts = Object.fromEntries(
    pageFacts.map((name) => [name, columnOf(segments.map(({ facts }) => factOf(facts, name)))]),
  );
  return {
    rows: segments.map(({ rows }) => rows.length),
    facts: facts as Record<PageFact, Column>,
  };
}

function factOf(facts: PageFacts, name: PageFact): string | number | boolean {
  if (name !== 'heading') return facts[name];
  return facts.title.startsWith(facts.unit) ? facts.title.slice(facts.unit.length) : facts.title;
}

function columnOf(all: Column['values']): Column {
  const values = [...new Set(all)];
  const numbers = new Map(values.map((value, number) => [value, number]));
  return values.length === 1 ? { values } : { values, of: all.map((value) => numbers.get(value) ?? 0) };
}

/** For each page the number of its runs; of each run its rows, kind, and whether a group begins, in one number. */
function writeRuns(segments: Segment[]): Uint8Array {
  const writer = new ByteWriter(segments.length * 256);
  for (const { runs } of segments) {
    writer.varint(runs.length / 3);
    for (let at = 0; at < runs.length; at += 3)
      writer.varint((runs[at + 1] as number) * 16 + (runs[at] as number) * 2 + (runs[at + 2] as number));
  }
  return writer.written();
}
