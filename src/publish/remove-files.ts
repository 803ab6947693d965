import { rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Removes files below a folder, and the folders that this leaves empty. */
export function removeFiles(folder: string, paths: readonly string[]): void {
  const emptied = new Set<string>();
  for (const path of paths) {
    ifThere(() => unlinkSync(join(folder, path)));
    emptied.add(dirname(path));
  }
  for (const path of emptied) removeEmpty(folder, path);
}

function removeEmpty(root: string, path: string): void {
  for (let at = path; at !== '.'; at = dirname(at)) {
    try {
      rmdirSync(join(root, at));
    } catch (error) {
      // Gone already, by way of another path; or not empty, and so are those above.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return;
    }
  }
}

/** Does something to a file; one that is not there is left so. */
export function ifThere(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
