import { startPagefind } from '../pagefind/write-pagefind.ts';
import { keepFolder } from './kept-folder.ts';
import { readPagefindPages } from './kept-segments.ts';
import type { ShardTask } from './make-shard-in-thread.ts';

/** What is known of a finished shard without opening it. */
export interface PageShardSummary {
  files: string[];
}

/** Gives Pagefind the pages of some records and keeps the shard that it makes of them. */
export async function makePageShard({ cache, folder, records }: Omit<ShardTask, 'kind'>): Promise<void> {
  // A process a thread: one works on one core only, and its start is nothing beside a shard.
  const pagefind = await startPagefind();
  try {
    const files = await pagefind.write(await readPagefindPages(cache, records));
    const summary: PageShardSummary = { files: [...files.keys()] };
    await keepFolder(folder, files, summary);
  } finally {
    await pagefind.close();
  }
}
