import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Removes files below a folder, and the folders that this leaves empty. */
export async function removeFiles(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await rm(join(folder, path), { force: true });
    await removeEmpty(folder, dirname(path));
  }
}

async function removeEmpty(root: string, path: string): Promise<void> {
  if (path === '.') return;
  const removed = await rmdir(join(root, path)).then(
    () => true,
    () => false,
  );
  if (removed) await removeEmpty(root, dirname(path));
}
