import { address } from './address.ts';

/** A disclosure of the same unit. */
export interface UnitYear {
  id: string;
  year: number;
}

/** The years of a unit as the page of one of them shows them. */
export interface UnitYears {
  /** Newest first. */
  years: { year: number; href: string; current: boolean }[];
  /** Where to see the disclosure beside the one before it; `''` where its figures were not read. */
  compare: string;
}

/**
 * Lists the years of a unit for the page of one of them.
 *
 * @param known its template was recognized
 * @param all years that the archive holds, this one too
 */
export function unitYears(id: string, known: boolean, all: readonly UnitYear[]): UnitYears {
  return {
    years: [...all]
      .sort((a, b) => b.year - a.year)
      .map((other) => ({ year: other.year, href: address.disclosure(other.id), current: other.id === id })),
    compare: known ? address.compare(compareIds(id, all)) : '',
  };
}

/** The disclosure with the one before it; alone where it is the first. */
function compareIds(id: string, years: readonly UnitYear[]): string[] {
  const sorted = [...years].sort((a, b) => a.year - b.year);
  const before = sorted[sorted.findIndex((one) => one.id === id) - 1];
  return before ? [id, before.id] : [id];
}
