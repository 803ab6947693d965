/** Bytes that one pack aims at: few enough to load at once, enough not to waste the clusters of a USB stick. */
const packSize = 384 * 1024;

/** Scripts that hold the files which pages load while they are read. */
export interface Packs {
  /** Text of each pack's script. */
  scripts: string[];
}

/**
 * Puts files into scripts, since a page in a folder may load a script but not a file.
 *
 * Which pack holds a file follows from its path (see `packOf`), so that no directory is needed.
 *
 * @param files path → bytes
 */
export function packFiles(files: ReadonlyMap<string, Uint8Array>): Packs {
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const count = Math.max(1, Math.ceil(total / packSize));
  const contents = Array.from({ length: count }, (): Record<string, string> => ({}));
  for (const path of [...files.keys()].sort()) {
    const pack = contents[packOf(path, count)] as Record<string, string>;
    pack[path] = Buffer.from(files.get(path) as Uint8Array).toString('base64');
  }
  return {
    scripts: contents.map((pack, index) => `mingzhangFiles.put(${index},${JSON.stringify(pack)});\n`),
  };
}

/** Number of the pack that holds a path: FNV-1a over its characters. `load.ts` counts the same way. */
export function packOf(path: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < path.length; index++)
    hash = Math.imul(hash ^ path.charCodeAt(index), 0x01000193) >>> 0;
  return hash % count;
}
