import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from './replace-file.ts';

/** Writes files into a site, with the folders that they stand in. */
export function writeFiles(dist: string, files: Iterable<readonly [path: string, bytes: Uint8Array]>): void {
  const made = new Set<string>();
  for (const [path, bytes] of files) {
    const file = join(dist, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    replaceFile(file, bytes);
  }
}
