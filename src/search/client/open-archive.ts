import type { ArchiveHead } from '../index/shard-format.ts';
import { inflate } from '../query/inflate.ts';
import { openShard, type Shard } from '../query/open-shard.ts';
import { loadFile } from './load-file.ts';

/** The index of the whole archive, opened. */
export interface OpenArchive {
  shards: Shard[];
  /** Folders of Pagefind's shards. */
  pagefind: string[];
}

let opening: Promise<OpenArchive> | undefined;

/** Opens the index once; a failure is tried again the next time. */
export function openArchive(): Promise<OpenArchive> {
  opening ??= open().catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function open(): Promise<OpenArchive> {
  const bytes = inflate(await loadFile('search/heads.bin', true));
  const { shards, pagefind } = JSON.parse(new TextDecoder().decode(bytes)) as ArchiveHead;
  return { shards: shards.map(({ path, meta }) => openShard(path, meta, loadFile)), pagefind };
}
