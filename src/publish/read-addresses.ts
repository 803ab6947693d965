import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages whose addresses are to be read; plain data, for another thread. */
export interface AddressesTask {
  folder: string;
  /** Relative to the folder. */
  pages: string[];
}

/** Each address in the markup of the pages once, without its anchor; `null` for a page that is empty. */
export type Addresses = [page: string, addresses: string[] | null][];

/** Addresses in the markup of a page, without their anchors; those of the page itself are left out. */
const address = /\s(?:href|src|action)="([^"#]+)/g;

/** Reads the addresses of some pages. */
export default function readAddresses({ folder, pages }: AddressesTask): Addresses {
  return pages.map((page) => {
    const html = readFileSync(join(folder, page));
    return [page, html.length === 0 ? null : addressesIn(html)];
  });
}

/** A disclosure's page has thousands of addresses, nearly all of them lines of the same two pages. */
function addressesIn(html: Buffer): string[] {
  // A byte a character: half the time, and what is not ASCII comes back below.
  const found = new Set([...html.toString('latin1').matchAll(address)].map(([, value]) => value as string));
  const decoded = [...found].map((value) => Buffer.from(value, 'latin1').toString().replaceAll('&amp;', '&'));
  return [...new Set(decoded)];
}
