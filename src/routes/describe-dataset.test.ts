import { expect, test } from 'vitest';
import type { DataPackage, PackagedResource } from '../data/data-package.ts';
import { describeDataset } from './describe-dataset.ts';

const figures = {
  title: '金额',
  description: '</script>',
  path: 'figures.csv',
  mediatype: 'text/csv',
  bytes: 1200,
  hash: 'sha256:ab12',
} as PackagedResource;
const dataPackage = { version: '1', description: '金额与核对', resources: [figures] } as DataPackage;
const at = (year: number, city: string) => ({ year, region: { province: '某省', city, county: '' } });

test('says which years and places there are, and where each file is', () => {
  const told = JSON.parse(
    describeDataset([at(2032, '甲市'), at(2031, '乙市'), at(2031, '甲市')], dataPackage),
  );
  expect(told).toMatchObject({ '@type': 'Dataset', temporalCoverage: '2031/2032', version: '1' });
  expect(told.spatialCoverage.map(({ name }: { name: string }) => name)).toEqual(['某省甲市', '某省乙市']);
  expect(told.distribution).toEqual([
    expect.objectContaining({ contentUrl: '/data/figures.csv', sha256: 'ab12', encodingFormat: 'text/csv' }),
  ]);
});

test('an archive without disclosures has no years, and no text ends the script element', () => {
  const text = describeDataset([], dataPackage);
  expect(JSON.parse(text)).not.toHaveProperty('temporalCoverage');
  expect(text).not.toContain('</script>');
});
