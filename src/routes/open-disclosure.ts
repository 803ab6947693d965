import type { Disclosure } from '../schema/disclosure.ts';
import { archiveEntry, catalogueSlug, findingsOf, yearsOfUnit } from './archive.ts';
import { type DisclosurePage, disclosurePage } from './disclosure-page.ts';

let last: { id: string; disclosure: Disclosure; page: DisclosurePage } | undefined;

/** A disclosure of the archive with all that its page shows. The last one is kept: several pages are made of each. */
export function openDisclosure(id: string): { disclosure: Disclosure; page: DisclosurePage } {
  if (last?.id !== id) {
    const disclosure = archiveEntry(id).load();
    const page = disclosurePage(disclosure, {
      checks: findingsOf(disclosure),
      years: yearsOfUnit(disclosure.unit.slug),
      catalogueSlug,
    });
    last = { id, disclosure, page };
  }
  return last;
}
