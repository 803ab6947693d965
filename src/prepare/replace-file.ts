import { rmSync, writeFileSync } from 'node:fs';
import { atPath } from '../say-error.ts';

/**
 * Writes a file of a site, a new one where one stands: it is never written into, because the publication that is
 * served may hold the same file.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  atPath(path, () => {
    try {
      writeFileSync(path, bytes, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      rmSync(path);
      writeFileSync(path, bytes, { flag: 'wx' });
    }
  });
}
