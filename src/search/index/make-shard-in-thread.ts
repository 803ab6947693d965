import { makePageShard } from './make-page-shard.ts';
import { makeRowShard } from './make-row-shard.ts';
import type { PlannedRecord } from './plan-archive.ts';

/** What is searched in a shard: rows with an index of our own, pages with Pagefind. */
export type ShardKind = 'search' | 'pagefind';

/** A shard that is to be made; plain data, for another thread. */
export interface ShardTask {
  kind: ShardKind;
  cache: string;
  /** Where it is kept. */
  folder: string;
  /** Their segments must be kept. */
  records: PlannedRecord[];
}

/** Makes a shard of either kind: in threads of their own for each, twice as many would hold twice as much. */
export default async function makeShardInThread({ kind, ...task }: ShardTask): Promise<void> {
  if (kind === 'pagefind') await makePageShard(task);
  else await makeRowShard(task);
}
