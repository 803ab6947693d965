import { createHash } from 'node:crypto';
import type { KnownEdition } from '../checks/check.ts';
import type { UnitYear } from '../routes/disclosure-page.ts';

/** An edition as the pages of disclosures know it: not who attached it, or every publication would change them all. */
export type NamedEdition = KnownEdition & { slug: string };

/** What everything that is made of one disclosure alone depends on. */
export interface Sources {
  /** Digest of the program. */
  program: string;
  /** Digest of the record. */
  digest: string;
  /** The archive keeps the text. */
  hasSource: boolean;
  /** Those on which depends what is said of the disclosure's own edition. */
  editions: NamedEdition[];
}

/** Short name of a version of a disclosure: changes with any of its sources. */
export function versionOf({ program, digest, hasSource, editions }: Sources): string {
  const known = editions.map(({ slug, edition, issued, inForce, repeals }) => [
    ...[slug, edition, issued, inForce],
    repeals,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([program, digest, hasSource, known]))
    .digest('hex')
    .slice(0, 16);
}

/** What the pages of a disclosure show besides what is made of it alone. */
export interface Surroundings {
  /** Path that the site is served under. */
  base: string;
  /** All years of the unit that the archive holds. */
  years: readonly UnitYear[];
}

/** Short name of a version of a disclosure's pages. */
export function pagesVersionOf(version: string, { base, years }: Surroundings): string {
  return createHash('sha256')
    .update(JSON.stringify([version, base, years]))
    .digest('hex')
    .slice(0, 16);
}
