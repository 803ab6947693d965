import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from './list-files.ts';

/**
 * Removes what belongs to nobody: files below `folder` that are not in `keep`, and folders left empty by that.
 *
 * @returns the removed files, relative to `folder`
 */
export async function pruneFiles(folder: string, keep: ReadonlySet<string>): Promise<string[]> {
  const stale = (await listFiles(folder)).filter((file) => !keep.has(file));
  for (const file of stale) {
    await rm(join(folder, file));
    await removeEmpty(folder, dirname(file));
  }
  return stale;
}

async function removeEmpty(root: string, path: string): Promise<void> {
  if (path === '.') return;
  const removed = await rmdir(join(root, path)).then(
    () => true,
    () => false,
  );
  if (removed) await removeEmpty(root, dirname(path));
}
