import { expect, test } from 'vitest';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { type Summary, summarize } from './summary.ts';
import { readUnitList, unitList } from './unit-finder.ts';
import { shortRegion, unitsByRegion } from './unit-list.ts';

test('a body stands before what it publishes for its department', () => {
  const base = summarize(cleanDisclosure(1), { 相符: 0, 尾差: 0, 不符: 0, 未检查: 0, coverage: 0 });
  // In the order of paths, a hyphen comes before the end of a folder's name.
  const summaries = ['jia-bu-men', 'jia', 'yi'].map(
    (slug): Summary => ({ ...base, id: `${slug}/2031`, unit: { name: slug, slug } }),
  );
  const [region] = unitsByRegion(summaries);
  expect(region?.units.map(({ name }) => name)).toEqual(['jia', 'jia-bu-men', 'yi']);
});

test('a region is named by what it is among those of its area', () => {
  const base = summarize(cleanDisclosure(1), { 相符: 0, 尾差: 0, 不符: 0, 未检查: 0, coverage: 0 });
  const of = (slug: string, city: string, county: string): Summary => ({
    ...base,
    ...{ id: `${slug}/2031`, unit: { name: slug, slug }, region: { province: '江北省', city, county } },
  });
  const regions = unitsByRegion([
    of('jia', '临水市', ''),
    of('yi', '临水市', '云溪县'),
    of('bing', '', ''),
    { ...of('ding', '', ''), region: { province: '', city: '', county: '' } },
  ]);
  expect(regions.map((region) => `${region.area}：${shortRegion(region)}`)).toEqual([
    '地区未写明：地区未写明',
    '江北省：本级',
    '江北省临水市：本级',
    '江北省临水市：云溪县',
  ]);
});

test('the list for the browser gives back what it was made from', () => {
  const base = summarize(cleanDisclosure(1), { 相符: 0, 尾差: 0, 不符: 0, 未检查: 0, coverage: 0 });
  const regions = unitsByRegion([base, { ...base, id: base.id.replace(/\d+$/, '1999'), year: 1999 }]);
  const [unit] = readUnitList(JSON.parse(JSON.stringify(unitList(regions))));
  expect(unit).toEqual({ ...regions[0]?.units[0], region: regions[0]?.name });
  expect(unit?.years).toEqual([base.year, 1999]);
});
