import { join } from 'node:path';
import type { NamedCount } from '../suggestions.ts';
import { joinSegments } from './join-segments.ts';
import { keepFolder } from './kept-folder.ts';
import { readSegments } from './kept-segments.ts';
import { joinNames } from './packed-names.ts';
import type { ShardPlan } from './plan-archive.ts';
import type { ShardMeta } from './shard-format.ts';

/** A shard of rows that is to be made; plain data, for another thread. */
export interface ShardTask {
  cache: string;
  plan: ShardPlan;
}

/** What is known of a finished shard without opening it. */
export interface ShardSummary {
  /** Its files. */
  files: string[];
  pages: number;
  rows: number;
  /** Folders of its pages' packs, and how many there are in each. */
  packs: [folder: string, count: number][];
  names: NamedCount[];
  meta: ShardMeta;
}

/** Folder of the cache that keeps a shard of rows. */
export function shardFolder(cache: string, { name, digest }: ShardPlan): string {
  return join(cache, 'search/shards', `${name}-${digest}`);
}

/** Joins the segments of some records, which must be kept, into a shard and keeps it. */
export default async function makeShardInThread({ cache, plan }: ShardTask): Promise<void> {
  const segments = await readSegments(cache, plan.records);
  const { meta, files } = joinSegments(segments);
  const summary: ShardSummary = {
    files: [...files.keys()],
    pages: segments.length,
    rows: segments.reduce((sum, { rows }) => sum + rows.length, 0),
    packs: segments.map(({ packs, packCount }) => [packs, packCount]),
    names: joinNames(segments.map(({ names }) => names)),
    meta,
  };
  await keepFolder(shardFolder(cache, plan), files, summary);
}
