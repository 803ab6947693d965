import type { NamedCount } from '../suggestions.ts';
import { joinSegments } from './join-segments.ts';
import { keepFolder } from './kept-folder.ts';
import { readSegments } from './kept-segments.ts';
import { joinNames } from './packed-names.ts';
import type { PlannedRecord } from './plan-archive.ts';
import type { ShardMeta } from './shard-format.ts';

/** A shard that is to be made; plain data, for another thread. */
export interface ShardTask {
  cache: string;
  /** Where it is kept. */
  folder: string;
  /** Their segments must be kept. */
  records: PlannedRecord[];
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

/** Joins the segments of some records into a shard of rows and keeps it. */
export default async function makeShardInThread({ cache, folder, records }: ShardTask): Promise<void> {
  const segments = await readSegments(cache, records);
  const { meta, files } = joinSegments(segments);
  const summary: ShardSummary = {
    files: [...files.keys()],
    pages: segments.length,
    rows: segments.reduce((sum, { rows }) => sum + rows.length, 0),
    packs: segments.map(({ packs, packCount }) => [packs, packCount]),
    names: joinNames(segments.map(({ names }) => names)),
    meta,
  };
  await keepFolder(folder, files, summary);
}
