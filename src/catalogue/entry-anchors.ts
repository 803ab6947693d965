import type { CatalogueEntry } from '../schema/catalogue.ts';

/** Anchors of a department's entries, in their order: the code, with `-2`, `-3` … where it is repeated. */
export function entryAnchors(entries: readonly Pick<CatalogueEntry, 'code'>[]): string[] {
  const counts = new Map<string, number>();
  return entries.map(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count === 1 ? code : `${code}-${count}`;
  });
}
