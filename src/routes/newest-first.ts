import type { Publications } from '../record/publications.ts';
import type { Summary } from './summary.ts';

/**
 * Orders disclosures by the day on which they were published here, the latest first; those of one day by fiscal year. One
 * without a day was taken in after the last publication.
 */
export function newestFirst(publications: Publications) {
  const dayOf = (id: string) => publications.get(id)?.day ?? '9999';
  return (a: Pick<Summary, 'id' | 'year'>, b: Pick<Summary, 'id' | 'year'>): number =>
    compare(dayOf(b.id), dayOf(a.id)) || b.year - a.year || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
