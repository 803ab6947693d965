import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { SearchPage } from '../search-page.ts';
import { makePacks, type Packs } from './make-packs.ts';
import type { PlannedRecord } from './plan-archive.ts';
import { makeSegment, type Segment } from './segment.ts';

/** Folder of the cache that keeps the segments of records, each under the record's key. */
export function segmentsFolder(cache: string): string {
  return join(cache, 'search/segments');
}

/** Folder of the cache that keeps the packs of pages, each in a folder named for its content. */
export function packsFolder(cache: string): string {
  return join(cache, 'search/packs');
}

/** Keys of all segments that are kept. */
export async function keptSegments(cache: string): Promise<Set<string>> {
  return new Set(await readdir(segmentsFolder(cache)).catch(() => []));
}

/** Gives the segments of some records, which must be kept; of disclosures, the plan says whether checks failed. */
export async function readSegments(cache: string, records: PlannedRecord[]): Promise<Segment[]> {
  const all = await Promise.all(
    records.map(async ({ key, findings }) => {
      const segments: Segment[] = deserialize(await readFile(join(segmentsFolder(cache), key)));
      return findings === undefined
        ? segments
        : segments.map((segment) => ({ ...segment, facts: { ...segment.facts, findings } }));
    }),
  );
  return all.flat();
}

/** Makes the segments of a record's pages and keeps them under its key, the pages' packs beside them. */
export async function keepSegments(cache: string, key: string, pages: SearchPage[]): Promise<void> {
  const packs = pages.map(makePacks);
  const segments = pages.map((page, index) => makeSegment(page, packs[index] as Packs));
  for (const pack of packs) await keepPacks(cache, pack);
  await mkdir(segmentsFolder(cache), { recursive: true });
  const path = join(segmentsFolder(cache), key);
  // Renamed when they are whole, and after their packs: what stands under the key can be used.
  await writeFile(`${path}.part`, serialize(segments));
  await rename(`${path}.part`, path);
}

async function keepPacks(cache: string, { folder, files }: Packs): Promise<void> {
  const target = join(packsFolder(cache), folder);
  const part = `${target}.part`;
  await mkdir(part, { recursive: true });
  for (const [index, bytes] of files.entries()) await writeFile(join(part, `${index}.bin`), bytes);
  // What stands there already has the same content.
  await rm(target, { recursive: true, force: true });
  await rename(part, target);
}
