import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type PagefindPage, pagefindPage } from '../pagefind/pagefind-page.ts';
import type { SearchPage } from '../search-page.ts';
import { makePacks, type Packs } from './make-packs.ts';
import type { PlannedRecord } from './plan-archive.ts';
import { makeSegment, type Segment } from './segment.ts';

/** Folder of the cache that keeps the segments of records, each record's under its key. */
export function segmentsFolder(cache: string): string {
  return join(cache, 'search/segments');
}

/** Folder of the cache that keeps what Pagefind reads of records, under the same keys. */
export function wordsFolder(cache: string): string {
  return join(cache, 'search/words');
}

/** Folder of the cache that keeps the packs of pages, each in a folder named for its content. */
export function packsFolder(cache: string): string {
  return join(cache, 'search/packs');
}

/** A segment as it is kept: many short texts read back faster as one. */
type Kept = Omit<Segment, 'tokens' | 'digests'> & { tokens: string; digests: string };

/** Keys of all segments that are kept. */
export async function keptSegments(cache: string): Promise<Set<string>> {
  return new Set(await readdir(segmentsFolder(cache)).catch(() => []));
}

/** Gives the segments of some records, which must be kept; of disclosures, the plan says whether checks failed. */
export async function readSegments(cache: string, records: PlannedRecord[]): Promise<Segment[]> {
  const all = await Promise.all(
    records.map(async ({ key, findings }) => {
      const kept: Kept[] = deserialize(await readFile(join(segmentsFolder(cache), key)));
      return kept.map(
        (segment): Segment => ({
          ...segment,
          facts: findings === undefined ? segment.facts : { ...segment.facts, findings },
          tokens: segment.tokens.split('\n'),
          digests: segment.digests.split('\n'),
        }),
      );
    }),
  );
  return all.flat();
}

/** Gives what Pagefind reads of some records, whose segments must be kept. */
export async function readPagefindPages(cache: string, records: PlannedRecord[]): Promise<PagefindPage[]> {
  const all = await Promise.all(
    records.map(
      async ({ key }): Promise<PagefindPage[]> =>
        JSON.parse(await readFile(join(wordsFolder(cache), key), 'utf8')),
    ),
  );
  return all.flat();
}

/** Makes the segments of a record's pages and keeps them under its key, with all that belongs to them. */
export async function keepSegments(cache: string, key: string, pages: SearchPage[]): Promise<void> {
  const packs = pages.map(makePacks);
  const segments = pages.map((page, index) => makeSegment(page, packs[index] as Packs));
  for (const pack of packs) await keepPacks(cache, key, pack);
  await keep(wordsFolder(cache), key, JSON.stringify(segments.map(pagefindPage)));
  // The segments come last: where they stand, the rest does.
  const kept = segments.map(
    (segment): Kept => ({
      ...segment,
      tokens: segment.tokens.join('\n'),
      digests: segment.digests.join('\n'),
    }),
  );
  await keep(segmentsFolder(cache), key, serialize(kept));
}

/** Writes a file that appears whole or not at all. */
async function keep(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.part`), content);
  await rename(join(folder, `${name}.part`), join(folder, name));
}

async function keepPacks(cache: string, key: string, { folder, files }: Packs): Promise<void> {
  const target = join(packsFolder(cache), folder);
  const part = `${target}.${key}.part`;
  await mkdir(part, { recursive: true });
  for (const [index, bytes] of files.entries()) await writeFile(join(part, `${index}.bin`), bytes);
  // What stands there already has the same content.
  await rename(part, target).catch(() => rm(part, { recursive: true }));
}
