import { remembered } from '../remembered.ts';
import { slugOf } from '../schema/slug-of.ts';
import { address } from './address.ts';
import { formatWan } from './format-money.ts';
import type { Summary } from './summary.ts';

/** One unit in a list, with its years. */
export interface UnitEntry {
  name: string;
  href: string;
  /** Parent department, or `''`. */
  department: string;
  years: { year: number; href: string }[];
  /** Spending of the latest year in 万元, or `''`. */
  latest: string;
}

/** The units of one region. */
export interface RegionEntry {
  /** `山西省晋城市`, or `地区未写明`. */
  name: string;
  /** ASCII address: `shan-xi-sheng-jin-cheng-shi`. */
  slug: string;
  href: string;
  units: UnitEntry[];
}

const nowhere = '地区未写明';

/** All units by region, in the order of their addresses. */
export function unitsByRegion(summaries: Summary[]): RegionEntry[] {
  const units = Map.groupBy(summaries, (summary) => summary.unit.slug);
  // Ids are in the order of paths, where what a name goes on with comes before its end: a body stands before its department.
  const inOrder = [...units].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = inOrder.map(([, years]) => {
    const sorted = [...years].sort((a, b) => b.year - a.year);
    const latest = sorted[0] as Summary;
    return { region: regionName(latest.region), entry: unitEntry(latest, sorted) };
  });
  const regions = Map.groupBy(entries, ({ region }) => region);
  return [...regions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => ({
      name: name || nowhere,
      slug: slugOfRegion(name),
      href: address.region(slugOfRegion(name)),
      units: own.map(({ entry }) => entry),
    }));
}

function unitEntry(latest: Summary, sorted: Summary[]): UnitEntry {
  return {
    name: latest.unit.name,
    href: address.unit(latest.unit.slug),
    department: latest.department.name === latest.body ? '' : latest.department.name,
    years: sorted.map(({ year, id }) => ({ year, href: address.disclosure(id) })),
    latest: latest.spending === undefined ? '' : formatWan(latest.spending),
  };
}

/** `山西省吕梁市柳林县`; `''` where the text does not tell. */
export function regionName({ province, city, county }: Summary['region']): string {
  return [province, city, county].filter(Boolean).join('');
}

/** The region's slug of one disclosure, the same as in the list. */
export function regionSlug(region: Summary['region']): string {
  return slugOfRegion(regionName(region));
}

const slugOfRegion = remembered((name) => slugOf(name || nowhere));
