import { type FacetName, type Facets, facetNames } from '../query/facets.ts';
import { type Order, orders } from '../query/orders.ts';

/** Everything that a search page shows, as its address says it. */
export interface SearchState {
  query: string;
  facets: Facets;
  order: Order;
  /** Number of hits to show. */
  shown: number;
  /** Show rows that say the same each by itself. */
  each: boolean;
}

/** Hits that are shown at first, and added each time. */
export const step = 30;

/** Names in the address. */
const names: Record<FacetName, string> = {
  kind: 'kind',
  year: 'year',
  region: 'region',
  unit: 'unit',
  edition: 'edition',
  department: 'dept',
  findings: 'findings',
};

/** Reads `?q=…&year=2031&sort=amount&n=60`. */
export function readState(search: string): SearchState {
  const params = new URLSearchParams(search);
  const sort = params.get('sort') as Order;
  const shown = Number(params.get('n'));
  const facets: Facets = {};
  for (const name of facetNames) {
    const values = params.getAll(names[name]).filter(Boolean);
    if (values.length > 0) facets[name] = values;
  }
  return {
    query: params.get('q') ?? '',
    facets,
    order: orders.includes(sort) ? sort : 'relevance',
    shown: Number.isInteger(shown) && shown > step ? Math.min(shown, 3000) : step,
    each: params.get('each') === '1',
  };
}

/** Writes the state as {@link readState} reads it, defaults left out. */
export function writeState({ query, facets, order, shown, each }: SearchState): string {
  const params = new URLSearchParams();
  if (query) params.set('q', query);
  for (const name of facetNames) for (const value of facets[name] ?? []) params.append(names[name], value);
  if (order !== 'relevance') params.set('sort', order);
  if (shown !== step) params.set('n', String(shown));
  if (each) params.set('each', '1');
  const text = params.toString();
  return text && `?${text}`;
}
