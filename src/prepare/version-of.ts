import { createHash } from 'node:crypto';
import type { KnownEdition } from '../checks/check.ts';

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

/** Short name of a version of a disclosure's pages. @param base path that the site is served under */
export function pagesVersionOf(version: string, base: string): string {
  return createHash('sha256')
    .update(JSON.stringify([version, base]))
    .digest('hex')
    .slice(0, 16);
}
