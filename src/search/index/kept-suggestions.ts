import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { NamedCount } from '../suggestions.ts';
import { packageVersion } from './package-version.ts';
import { type Pinyin, writeSuggestions } from './write-suggestions.ts';

/**
 * Writes the suggestions of all shards, under a name of their content. Reading names as pinyin takes time, so what was
 * read before is kept.
 */
export async function keptSuggestions(
  cache: string,
  names: NamedCount[][],
): Promise<{ path: string; bytes: Uint8Array }> {
  const file = join(cache, 'search/pinyin.json');
  const before = await readPinyin(file);
  const now: Pinyin = new Map();
  const bytes = deflateRawSync(JSON.stringify(writeSuggestions(names, before, now)));
  if (now.size !== before.size || [...now.keys()].some((text) => !before.has(text))) {
    await mkdir(join(cache, 'search'), { recursive: true });
    await writeFile(
      `${file}.part`,
      JSON.stringify({ version: packageVersion('pinyin-pro'), names: [...now] }),
    );
    await rename(`${file}.part`, file);
  }
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { path: `search/suggestions-${digest}.bin`, bytes };
}

async function readPinyin(file: string): Promise<Pinyin> {
  try {
    const { version, names } = JSON.parse(await readFile(file, 'utf8'));
    return new Map(version === packageVersion('pinyin-pro') ? names : []);
  } catch {
    return new Map();
  }
}
