import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from './list-files.ts';

/** Size and time of every file below a folder, by path: enough to see what was written since. */
export type TreeScan = Map<string, string>;

/** Scans a folder without reading its files. */
export async function scanTree(folder: string): Promise<TreeScan> {
  const files = await listFiles(folder);
  const scan: TreeScan = new Map();
  const batch = 256;
  for (let start = 0; start < files.length; start += batch) {
    const part = files.slice(start, start + batch);
    const stats = await Promise.all(part.map((file) => lstat(join(folder, file), { bigint: true })));
    part.forEach((file, index) => {
      const { size, mtimeNs } = stats[index] as (typeof stats)[number];
      scan.set(file, `${size}:${mtimeNs}`);
    });
  }
  return scan;
}

/** Paths that were added, written or removed between two scans of the same folder, sorted. */
export function changedPaths(before: TreeScan, after: TreeScan): string[] {
  const changed = [...after].filter(([path, mark]) => before.get(path) !== mark).map(([path]) => path);
  const removed = [...before.keys()].filter((path) => !after.has(path));
  return [...changed, ...removed].sort();
}
