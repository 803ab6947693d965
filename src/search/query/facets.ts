import type { Kind, PageFacts } from '../search-page.ts';

/** Ways to narrow a search, in the order in which they are offered. */
export const facetNames = ['kind', 'year', 'region', 'unit', 'edition', 'department', 'findings'] as const;
export type FacetName = (typeof facetNames)[number];

/** Chosen values by facet; none chosen means all. */
export type Facets = Partial<Record<FacetName, string[]>>;

/** Hits by facet and value. */
export type FacetCounts = Record<FacetName, Map<string, number>>;

/** The value that a hit has; `''` counts nowhere. */
export function facetValue(name: FacetName, page: PageFacts, kind: Kind): string {
  switch (name) {
    case 'kind':
      return kind;
    case 'year':
      return page.year ? String(page.year) : '';
    case 'region':
      return [page.province, page.city, page.county].filter(Boolean).join(' ');
    case 'unit':
      return page.unit;
    case 'edition':
      return page.edition;
    case 'department':
      return page.catalogueDepartment || page.department;
    case 'findings':
      return page.findings ? '有' : '无';
  }
}

/** Counts hits for each value of each facet, under what is chosen in the other facets. */
export class FacetCounter {
  readonly counts = Object.fromEntries(facetNames.map((name) => [name, new Map()])) as FacetCounts;
  total = 0;
  readonly #chosen: Facets;

  constructor(chosen: Facets) {
    this.#chosen = chosen;
  }

  /** Counts `hits` of one page and kind, and tells whether they pass everything that is chosen. */
  add(page: PageFacts, kind: Kind, hits: number): boolean {
    const values = facetNames.map((name) => facetValue(name, page, kind));
    const failing = facetNames.filter((name, index) => {
      const chosen = this.#chosen[name] ?? [];
      return chosen.length > 0 && !chosen.includes(values[index] ?? '');
    });
    facetNames.forEach((name, index) => {
      const value = values[index] ?? '';
      if (value === '' || failing.some((other) => other !== name)) return;
      const counts = this.counts[name];
      counts.set(value, (counts.get(value) ?? 0) + hits);
    });
    if (failing.length === 0) this.total += hits;
    return failing.length === 0;
  }
}
