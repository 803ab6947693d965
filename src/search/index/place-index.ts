import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ledger } from '../../publish/ledger.ts';
import { writeChanged } from '../../publish/write-changed.ts';
import type { BegunIndex } from './begin-index.ts';

/** What stands in the site after the index was put into it. */
export interface PlacedIndex {
  /** All its files, relative to the site. */
  files: string[];
  /** Those that were put there now. */
  written: string[];
}

/**
 * Puts a finished index into the site: files as links to the cache where the file system allows.
 *
 * @param there what the site holds: a file in a folder that is named for its content is right
 */
export async function placeIndex(index: BegunIndex, dist: string, there: Ledger): Promise<PlacedIndex> {
  const files: string[] = [];
  const written: string[] = [];
  for (const { from, path, files: names } of index.folders) {
    const missing = names.filter((name) => !there.has(`${path}/${name}`));
    files.push(...names.map((name) => `${path}/${name}`));
    if (missing.length === 0) continue;
    for (const folder of new Set(missing.map((name) => join(dist, path, name, '..'))))
      await mkdir(folder, { recursive: true });
    for (const name of missing) await placeFile(`${from}${name}`, join(dist, path, name));
    written.push(...missing.map((name) => `${path}/${name}`));
  }
  for (const [path, content] of index.files) {
    files.push(path);
    if ((await writeChanged(join(dist, path), content)) || !there.has(path)) written.push(path);
  }
  return { files, written };
}

async function placeFile(from: string, to: string): Promise<void> {
  await link(from, to).catch(async () => {
    // Something stands there that nobody knows of, or the site is on another disk.
    await rm(to, { force: true });
    await link(from, to).catch(() => copyFile(from, to));
  });
}
