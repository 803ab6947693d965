import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type DisclosurePageKind, disclosurePageKinds } from '../framed-pages/disclosure-pages.ts';
import type { PageContent } from '../framed-pages/page-content.ts';
import type { FileFacts } from '../publish/ledger.ts';
import type { PageHead } from '../routes/page.ts';

/** A page as it is kept: its HTML is already UTF-8. */
export interface KeptPage {
  head: PageHead;
  body: Uint8Array;
}

/** All that is made of a version of a disclosure, as it is kept. */
export interface Made {
  /** Its own files, by their paths in the site. */
  files: Map<string, { bytes: Uint8Array; facts: FileFacts }>;
  /** Its pages without their frames. */
  pages: Record<DisclosurePageKind, KeptPage>;
}

/** First line of the file; pages and files follow it in this order, one after the other. */
interface Heading {
  pages: Record<DisclosurePageKind, { head: PageHead; bytes: number }>;
  files: Record<string, FileFacts>;
}

const folderOf = (cache: string, id: string) => join(cache, 'made', id);

/**
 * Keeps what was made of a version of a disclosure: a site can be put together again without reading the disclosure.
 * Other versions are forgotten.
 *
 * @param version also the name of the file: one that was cut off by a killed run never has it
 * @param encode gives a text as UTF-8
 */
export function keepMade(
  cache: string,
  id: string,
  version: string,
  files: ReadonlyMap<string, Uint8Array>,
  facts: ReadonlyMap<string, FileFacts>,
  pages: Record<DisclosurePageKind, PageContent>,
  encode: (text: string) => Buffer = Buffer.from,
): void {
  const folder = folderOf(cache, id);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  const bodies = disclosurePageKinds.map((kind) => encode(pages[kind].body));
  const heading = {
    pages: Object.fromEntries(
      disclosurePageKinds.map((kind, i) => [
        kind,
        { head: pages[kind].head, bytes: (bodies[i] as Buffer).length },
      ]),
    ),
    files: Object.fromEntries([...files.keys()].map((path) => [path, facts.get(path)])),
  };
  const unfinished = join(folder, `${version}.part`);
  const file = openSync(unfinished, 'w');
  try {
    for (const bytes of [encode(`${JSON.stringify(heading)}\n`), ...bodies, ...files.values()])
      for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, join(folder, version));
}

/** Whether what was made of this version is kept. */
export function isMadeKept(cache: string, id: string, version: string): boolean {
  return existsSync(join(folderOf(cache, id), version));
}

/** What was made of this version. Throws where it is not kept. */
export function readMade(cache: string, id: string, version: string): Made {
  const kept = readFileSync(join(folderOf(cache, id), version));
  const end = kept.indexOf('\n');
  const heading = JSON.parse(kept.toString('utf8', 0, end)) as Heading;
  let from = end + 1;
  const take = (bytes: number) => {
    from += bytes;
    return kept.subarray(from - bytes, from);
  };
  const pages = disclosurePageKinds.map((kind) => {
    const { head, bytes } = heading.pages[kind];
    return [kind, { head, body: take(bytes) }];
  });
  const files = Object.entries(heading.files).map(
    ([path, facts]) => [path, { bytes: take(facts[1]), facts }] as const,
  );
  return { pages: Object.fromEntries(pages) as Made['pages'], files: new Map(files) };
}

/** Forgets what was made of a disclosure that the archive does not have any more. */
export function forgetMade(cache: string, id: string): void {
  rmSync(folderOf(cache, id), { recursive: true, force: true });
}
