import { copyFile, link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from '../../publish/list-files.ts';

/** Files to be kept, with what is to be known of them without reading them. */
export interface Made<Summary> {
  files: Map<string, Uint8Array>;
  summary: Summary;
}

/**
 * Gives the summary of a folder of files that is kept in the cache, and makes it where it is missing; it appears whole
 * or not at all.
 *
 * @param folder absolute, named for its content
 */
export async function keepFolder<Summary>(
  folder: string,
  make: () => Promise<Made<Summary>>,
): Promise<{ summary: Summary; fresh: boolean }> {
  const kept = await readFile(join(folder, 'summary.json'), 'utf8').catch(() => null);
  if (kept !== null) return { summary: JSON.parse(kept), fresh: false };
  const { files, summary } = await make();
  await rm(folder, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    const file = join(folder, 'files', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  // Written last: a folder with a summary is whole.
  await writeFile(join(folder, 'summary.json'), JSON.stringify(summary));
  return { summary, fresh: true };
}

/**
 * Puts the files of a kept folder into the site, as links to the same bytes where the file system allows.
 *
 * @param path of the folder in the site, named for its content: what is there already is right
 * @returns paths of the files in the site
 */
export async function placeFolder(folder: string, dist: string, path: string): Promise<string[]> {
  const from = join(folder, 'files');
  const names = await listFiles(from);
  const there = new Set(await listFiles(join(dist, path)));
  for (const name of names) {
    if (there.has(name)) continue;
    const target = join(dist, path, name);
    await mkdir(dirname(target), { recursive: true });
    await link(join(from, name), target).catch(() => copyFile(join(from, name), target));
  }
  return names.map((name) => `${path}/${name}`);
}

/** Removes all folders of a cache but these. */
export async function forgetOthers(cache: string, current: Set<string>): Promise<void> {
  for (const name of await readdir(cache).catch(() => []))
    if (!current.has(name)) await rm(join(cache, name), { recursive: true, force: true });
}
