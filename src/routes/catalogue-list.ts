import { inForceIn, startOf } from '../catalogue/in-force-in.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import { address } from './address.ts';
import { forceSentence } from './catalogue-force.ts';
import { formatCount } from './format-money.ts';
import type { Summary } from './summary.ts';

/** One edition in the list of editions. */
export interface EditionEntry {
  edition: string;
  href: string;
  title: string;
  /** `山西省财政厅 2023-08-22 印发` */
  issued: string;
  force: string;
  departments: number;
  entries: string;
  /** Disclosures that attach it, and how many of them in a year in which it did not apply. */
  copies: number;
  outdated: number;
  /** Rows that its copies print differently and nothing decides. */
  undecided: number;
}

/** All editions and what can be compared. */
export interface CatalogueList {
  editions: EditionEntry[];
  changes: { text: string; href: string }[];
  /** Editions that are only named, as repealed by one of the archive. */
  missing: { edition: string; by: string }[];
}

/**
 * Makes the list of editions.
 *
 * @param editions newest first
 * @param attached disclosures that attach an edition
 * @param pairs pairs to compare, from the earlier to the later one
 */
export function catalogueList(
  editions: readonly Catalogue[],
  attached: (edition: Catalogue) => Summary[],
  pairs: readonly (readonly [Catalogue, Catalogue])[],
): CatalogueList {
  return {
    editions: editions.map((edition) => {
      const copies = attached(edition);
      const valid = copies.map(({ year }) => inForceIn(editions, edition.edition, year).status);
      return {
        edition: edition.edition,
        href: address.catalogue(edition.slug),
        title: edition.title,
        issued: [edition.issuer, edition.issued && `${edition.issued} 印发`].filter(Boolean).join(' '),
        force: forceSentence(editions, edition),
        departments: edition.departments.length,
        entries: formatCount(countEntries(edition)),
        copies: copies.length,
        outdated: valid.filter((status) => status === 'repealed' || status === 'not-yet').length,
        undecided: edition.variants.filter((variant) => variant.decision === 'undecided').length,
      };
    }),
    changes: pairs.map(([earlier, later]) => ({
      text: `${earlier.edition} → ${later.edition}`,
      href: address.catalogueChanges(earlier.slug, later.slug),
    })),
    missing: editions.flatMap((edition) =>
      startOf(edition) === ''
        ? []
        : edition.repeals
            .filter((number) => !editions.some((one) => one.edition === number))
            .map((number) => ({ edition: number, by: edition.edition })),
    ),
  };
}

export const countEntries = ({ departments }: Catalogue): number =>
  departments.reduce((sum, { entries }) => sum + entries.length, 0);
