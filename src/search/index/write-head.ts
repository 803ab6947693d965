import { deflateRawSync } from 'node:zlib';
import type { ArchiveHead } from './shard-format.ts';

/** Where the head of the index stands below the base. Its name stays, so that a page can ask for it before any script. */
export const headPath = 'search/heads.bin';

/** Writes what a search must know first. */
export function writeHead(head: ArchiveHead): Uint8Array {
  return deflateRawSync(JSON.stringify(head));
}
