import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Digest of the program text in some folders of `src/`, tests left out: part of the key of what they make, so that
 * nothing made by another version is taken for up to date.
 */
export function codeDigest(folders: string[]): string {
  const digest = createHash('sha256');
  for (const folder of folders) {
    const root = join(import.meta.dirname, '..', folder);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .sort((a, b) => (a < b ? -1 : 1));
    for (const file of files) digest.update(`${folder}/${file}\n`).update(readFileSync(join(root, file)));
  }
  return digest.digest('hex');
}
