import { seriesLabel } from '../schema/body-slug.ts';
import { address } from './address.ts';

/** A disclosure of the same body. */
export interface UnitYear {
  id: string;
  year: number;
}

/** The years of a unit as the page of one of them shows them. */
export interface UnitYears {
  /** Newest first. */
  years: { year: number; href: string; current: boolean }[];
  /** What else the body publishes, or called otherwise in other years: `部门预算` with its years, newest first. */
  others: { name: string; years: { year: number; href: string }[] }[];
  /** Where to see the disclosure beside the one before it; `''` where its figures were not read. */
  compare: string;
}

/**
 * Lists the years of a unit for the page of one of them.
 *
 * @param known its template was recognized
 * @param all years that the archive holds of its body, this one too
 */
export function unitYears(id: string, known: boolean, all: readonly UnitYear[]): UnitYears {
  const sorted = [...all].sort((a, b) => b.year - a.year);
  const series = Map.groupBy(sorted, (one) => unitOf(one.id));
  const own = series.get(unitOf(id)) ?? [];
  series.delete(unitOf(id));
  const linked = (one: UnitYear) => ({ year: one.year, href: address.disclosure(one.id) });
  return {
    years: own.map((one) => ({ ...linked(one), current: one.id === id })),
    others: [...series].map(([slug, years]) => ({ name: seriesLabel(slug), years: years.map(linked) })),
    compare: known ? address.compare(compareIds(id, own)) : '',
  };
}

const unitOf = (id: string) => id.slice(0, id.lastIndexOf('/'));

/** The disclosure with the one before it; alone where it is the first. */
function compareIds(id: string, years: readonly UnitYear[]): string[] {
  const sorted = [...years].sort((a, b) => a.year - b.year);
  const before = sorted[sorted.findIndex((one) => one.id === id) - 1];
  return before ? [id, before.id] : [id];
}
