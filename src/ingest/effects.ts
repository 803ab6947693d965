import { type Stats, statSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeChanged } from '../publish/write-changed.ts';

/** All that ingest does to the world. A test or a dry run passes its own. */
export interface Effects {
  /** Whether `read` gives what the file system holds, so that texts may be read in threads. */
  inThreads?: boolean;
  /**
   * Files below a folder in a fixed order, the file itself for a file, undefined where there is nothing.
   *
   * @param onError told of each folder that cannot be read, and why; thrown without it
   */
  list(path: string, onError?: (error: unknown, path: string) => void): Promise<string[] | undefined>;
  /** Bytes of a file, null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a file unless it holds these bytes. @returns whether it was written */
  write(path: string, content: string | Uint8Array): Promise<boolean>;
  remove(path: string): Promise<void>;
}

/** The file system. */
export const files: Effects = {
  inThreads: true,
  async list(path, onError = (error) => raise(error)) {
    const found: string[] = [];
    const visit = async (folder: string) => {
      const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
        onError(error, folder);
        return [];
      });
      for (const entry of entries) {
        const below = join(folder, entry.name);
        if (entry.isDirectory()) await visit(below);
        else if (entry.isFile() && !entry.name.startsWith('.')) found.push(below);
      }
    };
    try {
      const stat = statOf(path);
      if (!stat) return undefined;
      if (!stat.isDirectory()) return [path];
    } catch (error) {
      onError(error, path);
      return [];
    }
    await visit(path);
    return found.toSorted();
  },
  async read(path) {
    return statOf(path)?.isFile() ? readFile(path) : null;
  },
  write: writeChanged,
  async remove(path) {
    await rm(path, { force: true });
  },
};

/** Effects that read through to others and keep every change to themselves. */
export function withoutWriting(effects: Effects): Effects {
  const changed = new Map<string, Uint8Array | null>();
  return {
    ...effects,
    read: async (path) => (changed.has(path) ? (changed.get(path) ?? null) : effects.read(path)),
    async write(path, content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const before = changed.has(path) ? changed.get(path) : await effects.read(path);
      changed.set(path, bytes);
      return !before || Buffer.compare(before, bytes) !== 0;
    },
    async remove(path) {
      changed.set(path, null);
    },
  };
}

function raise(error: unknown): never {
  throw error;
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
