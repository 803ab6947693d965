import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Keeps files in a folder of the cache, with what is to be known of them without reading them. */
export async function keepFolder(
  folder: string,
  files: Map<string, Uint8Array>,
  summary: object,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const made = new Set<string>();
  for (const [path, bytes] of files) {
    const file = join(folder, 'files', path);
    if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
    made.add(dirname(file));
    await writeFile(file, bytes);
  }
  // Written last: a folder with a summary is whole.
  await writeFile(join(folder, 'summary.json'), JSON.stringify(summary));
}

/** Gives the summary of a kept folder, or `null` where it is not there or not whole. */
export async function readSummary<Summary>(folder: string): Promise<Summary | null> {
  try {
    return JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'));
  } catch {
    return null;
  }
}

/** Removes whatever a folder of the cache holds, but these. */
export async function forgetOthers(folder: string, current: Set<string>): Promise<void> {
  for (const name of await readdir(folder).catch(() => []))
    if (!current.has(name)) await rm(join(folder, name), { recursive: true, force: true });
}
