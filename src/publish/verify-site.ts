import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { relativeAddress } from '../offline/relative-address.ts';

/** Addresses in the markup of a page. */
const address = /\s(?:href|src|action)="([^"]*)"/g;

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
    if ((await stat(join(folder, page))).size === 0) broken.push(`${page} is empty`);
    const html = await readFile(join(folder, page), 'utf8');
    const seen = new Set(
      [...html.matchAll(address)].map(([, value]) => (value as string).replaceAll('&amp;', '&')),
    );
    for (const value of seen)
      if (relativeAddress(value, page, { base, site, files }) === null) broken.push(`${page} → ${value}`);
  }
  if (broken.length > 0)
    throw new Error(`Links that lead nowhere (${broken.length}):\n${broken.slice(0, 20).join('\n')}`);
}
