import { type Kind, kinds } from '../search-page.ts';
import type { KnownPage, ShardPages } from './open-pages.ts';

/** Ways to narrow a search, in the order in which they are offered. */
export const facetNames = ['kind', 'year', 'region', 'unit', 'edition', 'department', 'findings'] as const;
export type FacetName = (typeof facetNames)[number];

/** Chosen values by facet; none chosen means all. */
export type Facets = Partial<Record<FacetName, string[]>>;

/** Hits by facet and value. */
export type FacetCounts = Record<FacetName, Map<string, number>>;

/** The value that all hits of a page have; `''` counts nowhere. */
function pageValue(name: Exclude<FacetName, 'kind'>, page: KnownPage): string {
  switch (name) {
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

/** Values of the pages of a shard: each value once, and the index of each page's. */
interface PageValues {
  name: Exclude<FacetName, 'kind'>;
  values: string[];
  of: Int32Array;
}
const prepared = new WeakMap<ShardPages, PageValues[]>();

function valuesOf(pages: ShardPages): PageValues[] {
  let made = prepared.get(pages);
  if (!made) {
    const names = facetNames.filter((name) => name !== 'kind');
    made = names.map((name) => {
      const numbers = new Map<string, number>();
      const of = Int32Array.from({ length: pages.count }, (_, page) => {
        const value = pageValue(name, pages.facts(page));
        const number = numbers.get(value) ?? numbers.size;
        numbers.set(value, number);
        return number;
      });
      return { name, values: [...numbers.keys()], of };
    });
    prepared.set(pages, made);
  }
  return made;
}

/** Counts hits for each value of each facet, under what is chosen in the other facets. */
export class FacetCounter {
  readonly counts = Object.fromEntries(facetNames.map((name) => [name, new Map()])) as FacetCounts;
  total = 0;
  readonly #chosen: Facets;

  constructor(chosen: Facets) {
    this.#chosen = chosen;
  }

  /**
   * Counts the hits of a shard.
   *
   * @param cells hits of each kind on each page: page × kinds + kind
   * @returns 1 for each cell that passes everything that is chosen
   */
  add(pages: ShardPages, cells: Int32Array): Uint8Array {
    const passes = new Uint8Array(cells.length);
    const facets = valuesOf(pages).map(({ name, values, of }) => ({
      name,
      values,
      of,
      fails: values.map((value) => this.#fails(name, value)),
      hits: new Float64Array(values.length),
    }));
    const kindFails = kinds.map((kind) => this.#fails('kind', kind));
    const kindHits = new Float64Array(kinds.length);
    for (let page = 0; page < pages.count; page++) {
      const failing = facets.filter(({ fails, of }) => fails[of[page] as number]);
      if (failing.length > 1) continue;
      let passing = 0;
      for (let kind = 0; kind < kinds.length; kind++) {
        const hits = cells[page * kinds.length + kind] as number;
        if (hits === 0) continue;
        if (failing.length === 0) kindHits[kind] = (kindHits[kind] as number) + hits;
        if (kindFails[kind]) continue;
        passing += hits;
        if (failing.length === 0) passes[page * kinds.length + kind] = 1;
      }
      if (failing.length === 0) this.total += passing;
      for (const { of, hits } of failing.length === 0 ? facets : failing)
        hits[of[page] as number] = (hits[of[page] as number] as number) + passing;
    }
    for (const { name, values, hits } of [
      ...facets,
      { name: 'kind' as const, values: kinds, hits: kindHits },
    ])
      values.forEach((value, index) => {
        const found = hits[index] as number;
        if (value !== '' && found > 0)
          this.counts[name].set(value, (this.counts[name].get(value) ?? 0) + found);
      });
    return passes;
  }

  #fails(name: FacetName, value: string | Kind): boolean {
    const chosen = this.#chosen[name] ?? [];
    return chosen.length > 0 && !chosen.includes(value);
  }
}
