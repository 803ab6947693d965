import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Changes with every line of code that the given folders hold, tests left out: part of the key of what the code made.
 *
 * @param root of the project
 */
export function codeDigest(root: string, folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const path = join(root, folder);
    if (!existsSync(path)) continue;
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort();
    for (const name of names) hash.update(`${folder}/${name}\0`).update(readFileSync(join(path, name)));
  }
  return hash.digest('hex').slice(0, 32);
}
