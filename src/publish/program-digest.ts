import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What a site is made by, besides its content. */
const parts = ['src', 'public', 'package-lock.json', 'astro.config.mjs'];

let digest: string | undefined;

/** Changes with the program as a whole: with whatever may make the same content into another site. */
export function programDigest(): string {
  digest ??= digestFiles(parts.flatMap(filesOf));
  return digest;
}

function filesOf(part: string): string[] {
  if (/\.\w+$/.test(part)) return [part];
  return readdirSync(join(root, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort((a, b) => (a < b ? -1 : 1));
}

function digestFiles(files: string[]): string {
  const hash = createHash('sha256');
  // A checkout with other line ends is the same program.
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file), 'latin1').replaceAll('\r\n', '\n'), 'latin1');
  return hash.digest('hex');
}
