import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { relativeAddress } from '../offline/relative-address.ts';

/** Addresses in the markup of a page, without their anchors; those of the page itself are left out. */
const address = /\s(?:href|src|action)="([^"#]+)/g;

/** Files without which the site is not one. */
const needed = ['index.html', '404.html'];

/**
 * Looks at a built site before it is served: the main pages are there, and every link of the given pages leads to a file.
 *
 * @param pages that changed, relative to the folder
 * @param files all that the site has
 * @throws with the first broken links
 */
export async function verifySite(
  folder: string,
  pages: readonly string[],
  files: { has(path: string): boolean },
  { base, site }: { base: string; site: string },
): Promise<void> {
  for (const file of needed) if (!files.has(file)) throw new Error(`The built site has no ${file}.`);
  const broken: string[] = [];
  for (const page of pages) {
    const bytes = readFileSync(join(folder, page));
    if (bytes.length === 0) broken.push(`${page} is empty`);
    for (const value of addressesIn(bytes))
      if (relativeAddress(value, page, { base, site, files }) === null) broken.push(`${page} → ${value}`);
  }
  if (broken.length > 0)
    throw new Error(`Links that lead nowhere (${broken.length}):\n${broken.slice(0, 20).join('\n')}`);
}

/** A disclosure's page has thousands of addresses, nearly all of them lines of the same two pages. */
function addressesIn(html: Buffer): Set<string> {
  // A byte a character: half the time, and what is not ASCII comes back below.
  const found = new Set([...html.toString('latin1').matchAll(address)].map(([, value]) => value as string));
  return new Set([...found].map((value) => Buffer.from(value, 'latin1').toString().replaceAll('&amp;', '&')));
}
