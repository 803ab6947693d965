import type { NamedCount } from '../suggestions.ts';
import { joinSegments } from './join-segments.ts';
import { keepFolder } from './kept-folder.ts';
import { readSegments } from './kept-segments.ts';
import type { ShardTask } from './make-shard-in-thread.ts';
import { joinNames } from './packed-names.ts';
import type { ShardMeta } from './shard-format.ts';

/** What is known of a finished shard without opening it. */
export interface RowShardSummary {
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
export async function makeRowShard({ cache, folder, records }: Omit<ShardTask, 'kind'>): Promise<void> {
  const segments = await readSegments(cache, records);
  const { meta, files } = joinSegments(segments);
  const summary: RowShardSummary = {
    files: [...files.keys()],
    pages: segments.length,
    rows: segments.reduce((sum, { rows }) => sum + rows.length, 0),
    packs: segments.map(({ packs, packCount }) => [packs, packCount]),
    names: joinNames(segments.map(({ names }) => names)),
    meta,
  };
  await keepFolder(folder, files, summary);
}
