import type { Archive } from '../../record/load-archive.ts';
import type { Catalogue } from '../../schema/catalogue.ts';
import { rowsOfCatalogue } from '../rows-of-catalogue.ts';
import { rowsOfDisclosure } from '../rows-of-disclosure.ts';
import type { SearchPage } from '../search-page.ts';

/** Lists all that is searched in an archive at once: to compare the index with. Whether checks failed is left out. */
export function pagesOfArchive({ disclosures, catalogues }: Archive): SearchPage[] {
  const editions = catalogues.map((record) => record.load());
  return [
    ...disclosures.map((record) => rowsOfDisclosure(record.load(), false)),
    ...editions.flatMap((edition) => rowsOfCatalogue(edition, repealedBy(edition, editions))),
  ];
}

/** Edition that repeals this one, or `''`. */
export function repealedBy(
  { edition }: Catalogue,
  editions: Pick<Catalogue, 'edition' | 'repeals'>[],
): string {
  return editions.find(({ repeals }) => repeals.includes(edition))?.edition ?? '';
}
