import { relativeAddress } from '../offline/relative-address.ts';
import { eachInThreads } from '../threads/each-in-threads.ts';
import type { Addresses, AddressesTask } from './read-addresses.ts';

const readTask = new URL('read-addresses.ts', import.meta.url);

/** Pages that are read at a time: a few hundred are read where they stand. */
const portion = 64;

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
  const leads = leadsSomewhere({ base, site, files });
  const tasks = Array.from(
    { length: Math.ceil(pages.length / portion) },
    (_, i): AddressesTask => ({ folder, pages: pages.slice(i * portion, (i + 1) * portion) }),
  );
  const broken: string[] = [];
  for await (const read of eachInThreads<AddressesTask, Addresses>(readTask, tasks))
    for (const [page, addresses] of read) {
      if (!addresses) broken.push(`${page} is empty`);
      for (const address of addresses ?? []) if (!leads(address, page)) broken.push(`${page} → ${address}`);
    }
  if (broken.length > 0)
    throw new Error(`Links that lead nowhere (${broken.length}):\n${broken.slice(0, 20).join('\n')}`);
}

/** Tells whether an address in a page leads to a file; one from the root leads to the same in all pages. */
function leadsSomewhere(site: { base: string; site: string; files: { has(path: string): boolean } }) {
  const known = new Map<string, boolean>();
  return (address: string, page: string): boolean => {
    if (!address.startsWith('/')) return relativeAddress(address, page, site) !== null;
    const leads = known.get(address) ?? relativeAddress(address, page, site) !== null;
    known.set(address, leads);
    return leads;
  };
}
