import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Changes with every line of code in some folders of `src/`, tests left out: part of the key of what the code made, so
 * that nothing made by another version is taken for up to date.
 */
export function codeDigest(...folders: string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const path = join(import.meta.dirname, folder);
    if (!existsSync(path)) continue;
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort((a, b) => (a < b ? -1 : 1));
    for (const name of names) hash.update(`${folder}/${name}\0`).update(readFileSync(join(path, name)));
  }
  return hash.digest('hex').slice(0, 32);
}
