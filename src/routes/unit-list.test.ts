import { expect, test } from 'vitest';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { type Summary, summarize } from './summary.ts';
import { unitsByRegion } from './unit-list.ts';

test('a body stands before what it publishes for its department', () => {
  const base = summarize(cleanDisclosure(1), { 相符: 0, 尾差: 0, 不符: 0, 未检查: 0, coverage: 0 });
  // In the order of paths, a hyphen comes before the end of a folder's name.
  const summaries = ['jia-bu-men', 'jia', 'yi'].map(
    (slug): Summary => ({ ...base, id: `${slug}/2031`, unit: { name: slug, slug } }),
  );
  const [region] = unitsByRegion(summaries);
  expect(region?.units.map(({ name }) => name)).toEqual(['jia', 'jia-bu-men', 'yi']);
});
