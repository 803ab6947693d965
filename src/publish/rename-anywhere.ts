import { copyFile, rm } from 'node:fs/promises';

type Rename = (from: string | URL, to: string | URL) => Promise<void>;

/** Renames a file as `rename` does, and copies it where the new place is on another file system. */
export function renameAnywhere(rename: Rename): Rename {
  return async (from, to) => {
    try {
      await rename(from, to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await copyFile(from, to);
      await rm(from);
    }
  };
}
