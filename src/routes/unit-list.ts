import { remembered } from '../remembered.ts';
import { slugOf } from '../schema/slug-of.ts';
import { address } from './address.ts';
import { formatWan } from './format-money.ts';
import type { Summary } from './summary.ts';

/** One unit in a list, with its years. */
export interface UnitEntry {
  slug: string;
  name: string;
  /** Parent department, or `''`. */
  department: string;
  /** Latest first. */
  years: number[];
  /** Spending of the latest year in 万元, or `''`. */
  latest: string;
}

/** The units of one region. */
export interface RegionEntry {
  /** `山西省晋城市`, or `地区未写明`. */
  name: string;
  /** What it belongs to: `山西省吕梁市` of `山西省吕梁市柳林县`; of a city or province, itself. */
  area: string;
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
    const area = regionName({ ...latest.region, county: '' });
    return { region: regionName(latest.region), area, entry: unitEntry(latest, sorted) };
  });
  const regions = Map.groupBy(entries, ({ region }) => region);
  return [...regions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => ({
      name: name || nowhere,
      area: own[0]?.area || name || nowhere,
      slug: slugOfRegion(name),
      href: address.region(slugOfRegion(name)),
      units: own.map(({ entry }) => entry),
    }));
}

function unitEntry(latest: Summary, sorted: Summary[]): UnitEntry {
  return {
    slug: latest.unit.slug,
    name: latest.unit.name,
    department: latest.department.name === latest.body ? '' : latest.department.name,
    years: sorted.map(({ year }) => year),
    latest: latest.spending === undefined ? '' : formatWan(latest.spending),
  };
}

/** A region among those of its area: `柳林县`; the area itself is its 本级. */
export function shortRegion({ name, area }: Pick<RegionEntry, 'name' | 'area'>): string {
  if (name === area) return name === nowhere ? name : '本级';
  return name.startsWith(area) ? name.slice(area.length) : name;
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
