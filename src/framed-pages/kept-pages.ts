import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageHead } from '../routes/page.ts';
import { type DisclosurePageKind, disclosurePageKinds } from './disclosure-pages.ts';
import type { PageContent } from './page-content.ts';

/** A page as it is kept: its HTML is already UTF-8. */
export interface KeptPage {
  head: PageHead;
  body: Uint8Array;
}

/** First line of the file; the bodies follow it, one after the other. */
type Heading = Record<DisclosurePageKind, { head: PageHead; bytes: number }>;

const folderOf = (cache: string, id: string) => join(cache, 'pages', id);

/**
 * Keeps the pages of a version of a disclosure, without their frames; other versions are forgotten.
 *
 * @param version also the name of the file: one that was cut off by a killed run never has it
 */
export function keepPages(
  cache: string,
  id: string,
  version: string,
  pages: Record<DisclosurePageKind, PageContent>,
): void {
  const folder = folderOf(cache, id);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  const bodies = disclosurePageKinds.map((kind) => Buffer.from(pages[kind].body));
  const heading = Object.fromEntries(
    disclosurePageKinds.map((kind, i) => [
      kind,
      { head: pages[kind].head, bytes: (bodies[i] as Buffer).length },
    ]),
  );
  const unfinished = join(folder, `${version}.part`);
  writeFileSync(unfinished, Buffer.concat([Buffer.from(`${JSON.stringify(heading)}\n`), ...bodies]));
  renameSync(unfinished, join(folder, version));
}

/** Whether the pages of this version are kept. */
export function arePagesKept(cache: string, id: string, version: string): boolean {
  return existsSync(join(folderOf(cache, id), version));
}

/** The kept pages of this version. Throws where they are not kept. */
export function readPages(cache: string, id: string, version: string): Record<DisclosurePageKind, KeptPage> {
  const bytes = readFileSync(join(folderOf(cache, id), version));
  const end = bytes.indexOf('\n');
  const heading = JSON.parse(bytes.toString('utf8', 0, end)) as Heading;
  let from = end + 1;
  const pages = disclosurePageKinds.map((kind) => {
    const { head, bytes: length } = heading[kind];
    const body = bytes.subarray(from, from + length);
    from += length;
    return [kind, { head, body }];
  });
  return Object.fromEntries(pages) as Record<DisclosurePageKind, KeptPage>;
}

/** Forgets the pages of a disclosure that the archive does not have any more. */
export function forgetPages(cache: string, id: string): void {
  rmSync(folderOf(cache, id), { recursive: true, force: true });
}
