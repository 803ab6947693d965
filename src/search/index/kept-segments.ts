import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type PagefindPage, pagefindPage } from '../pagefind/pagefind-page.ts';
import type { SearchPage } from '../search-page.ts';
import { makePacks } from './make-packs.ts';
import type { PlannedRecord } from './plan-archive.ts';
import { readWordings } from './read-wordings.ts';
import { makeSegment, type Segment } from './segment.ts';

/** Folder of the cache that keeps the segments of records, each record's under its key. */
export function segmentsFolder(cache: string): string {
  return join(cache, 'search/segments');
}

/** Folder of the cache that keeps the packs of all pages: a folder for each would cost as much as its packs. */
export function packsFolder(cache: string): string {
  return join(cache, 'search/packs');
}

/** Name under which a pack is kept. @param folder named for the content of the page's packs */
export function packFile(folder: string, index: number): string {
  return `${folder}-${index}.bin`;
}

/** All that is kept of a record. */
interface Kept {
  segments: KeptSegment[];
  /** Its pages as Pagefind reads them, JSON: who wants the segments need not decode it. */
  pages: Uint8Array;
}

/** A segment as it is kept: many short texts read back faster as one. */
type KeptSegment = Omit<Segment, 'tokens' | 'digests'> & { tokens: string; digests: string };

/** Keys of all segments that are kept. */
export async function keptSegments(cache: string): Promise<Set<string>> {
  return new Set(await readdir(segmentsFolder(cache)).catch(() => []));
}

/** Gives the segments of some records, which must be kept; of disclosures, the plan says whether checks failed. */
export async function readSegments(cache: string, records: PlannedRecord[]): Promise<Segment[]> {
  const all = await Promise.all(
    records.map(async ({ key, findings }) => {
      const { segments } = await readKept(cache, key);
      return segments.map(
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
  const all = await Promise.all(records.map(({ key }) => readKept(cache, key)));
  return all.flatMap(({ pages }): PagefindPage[] => JSON.parse(new TextDecoder().decode(pages)));
}

async function readKept(cache: string, key: string): Promise<Kept> {
  return deserialize(await readFile(join(segmentsFolder(cache), key)));
}

/** Makes the segments of a record's pages and keeps them under its key, with all that belongs to them. */
export function keepSegments(cache: string, key: string, pages: SearchPage[]): void {
  const segments: KeptSegment[] = [];
  const read: PagefindPage[] = [];
  for (const page of pages) {
    const packs = makePacks(page);
    packs.files.forEach((bytes, index) => {
      keep(packsFolder(cache), packFile(packs.folder, index), bytes);
    });
    const reading = readWordings(page.rows);
    const { tokens, digests, ...segment } = makeSegment(page, packs, reading);
    segments.push({ ...segment, tokens: tokens.join('\n'), digests: digests.join('\n') });
    read.push(pagefindPage(page.facts, reading));
  }
  // The segments come last: where they stand, the rest does.
  const kept: Kept = { segments, pages: Buffer.from(JSON.stringify(read)) };
  keep(segmentsFolder(cache), key, serialize(kept));
}

/** Writes a file that appears whole or not at all. */
function keep(folder: string, name: string, content: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.part`), content);
  renameSync(join(folder, `${name}.part`), join(folder, name));
}
