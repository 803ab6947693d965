import { writeUnitRows } from '../../components/lists/write-unit-rows.ts';
import { unitListPath } from '../../routes/address.ts';
import { type ListedUnit, readUnitList, type UnitList } from '../../routes/unit-finder.ts';
import { pageAddress } from '../../search/client/page-address.ts';
import { fetchData } from '../fetch-data.ts';
import { startFinder } from './finder.ts';

/** Lets bodies be found by name, region and year; on the page of a region, its own only. */
export function findUnits(document: Document): void {
  const region = document.querySelector<HTMLElement>('form[data-finder]')?.dataset.region;
  startFinder<ListedUnit>(document, {
    counted: '个单位',
    load: async () => {
      const all = readUnitList(JSON.parse(await fetchData(unitListPath)) as UnitList);
      return region === undefined ? all : all.filter((unit) => unit.region === region);
    },
    textsOf: ({ name, department, region }) => [name, department, region],
    pick: (units, params) => {
      const year = Number(params.get('year'));
      return year ? units.filter(({ years }) => years.includes(year)) : units;
    },
    write: (units) =>
      writeUnitRows(
        units.map((unit) => ({ ...unit, note: region === undefined ? unit.region : '' })),
        (path) => pageAddress(`units/${path}/`),
      ),
  });
}
