import type { Effects } from '../effects.ts';

/** A file system in memory, which lists the paths that were changed in `writes`. */
export interface MemoryFiles extends Effects {
  files: Map<string, Uint8Array>;
  writes: string[];
}

/** Makes one that holds some files. */
export function memoryFiles(files: Record<string, string | Uint8Array>): MemoryFiles {
  const stored = new Map(
    Object.entries(files).map(([path, content]) => [path, Buffer.from(content)] as const),
  );
  const writes: string[] = [];
  return {
    files: stored as Map<string, Uint8Array>,
    writes,
    async list(path) {
      const below = [...stored.keys()]
        .filter((file) => file === path || file.startsWith(`${path}/`))
        .toSorted();
      return below.length > 0 ? below : undefined;
    },
    read: async (path) => stored.get(path) ?? null,
    async write(path, content) {
      const bytes = Buffer.from(content);
      if (stored.get(path)?.equals(bytes)) return false;
      stored.set(path, bytes);
      writes.push(path);
      return true;
    },
    async remove(path) {
      stored.delete(path);
    },
  };
}
