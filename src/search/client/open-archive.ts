import type { Manifest } from '../index/manifest.ts';
import { openShard, type Shard } from '../query/open-shard.ts';
import { loadFile } from './load-file.ts';

/** The index of the whole archive, opened. */
export interface OpenArchive {
  manifest: Manifest;
  shards: Shard[];
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
  const bytes = await loadFile('search/manifest.json', true);
  const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  const shards = await Promise.all(manifest.shards.map(({ path }) => openShard(path, loadFile)));
  return { manifest, shards };
}
