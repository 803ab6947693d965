import type { RegionEntry, UnitEntry } from './unit-list.ts';

/** A body as the browser lists it. */
export interface ListedUnit extends UnitEntry {
  /** `山西省吕梁市柳林县` */
  region: string;
}

/** All bodies as they are kept for the browser: regions and departments, which many share, stand once. */
export interface UnitList {
  names: string[];
  units: [slug: string, name: string, region: number, department: number, years: number[], latest: string][];
}

/** Keeps all bodies, in the order of the list. */
export function unitList(regions: RegionEntry[]): UnitList {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const units = regions.flatMap((region) =>
    region.units.map((unit): UnitList['units'][number] => [
      ...([unit.slug, unit.name, numberOf(region.name), numberOf(unit.department)] as const),
      unit.years,
      unit.latest,
    ]),
  );
  return { names: [...numbers.keys()], units };
}

/** Reads what was kept. */
export function readUnitList({ names, units }: UnitList): ListedUnit[] {
  return units.map(([slug, name, region, department, years, latest]) => ({
    ...{ slug, name, years, latest },
    region: names[region] ?? '',
    department: names[department] ?? '',
  }));
}
