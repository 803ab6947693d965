import { expect, test } from 'vitest';
import { bodySlug, seriesLabel } from './body-slug.ts';
import { seriesName, seriesSlug } from './series.ts';
import { slugOf } from './slug-of.ts';

const unit = '云溪县水利局';

test.each([
  ['单位', '预算', 'yun-xi-xian-shui-li-ju', '云溪县水利局'],
  ['部门', '预算', 'yun-xi-xian-shui-li-ju-bu-men', '云溪县水利局（部门）'],
  ['单位', '决算', 'yun-xi-xian-shui-li-ju-jue-suan', '云溪县水利局（决算）'],
  ['部门', '决算', 'yun-xi-xian-shui-li-ju-bu-men-jue-suan', '云溪县水利局（部门决算）'],
] as const)('a %s%s has an address and a name of its own', (kind, phase, slug, name) => {
  expect(seriesSlug(unit, { kind, phase })).toBe(slug);
  expect(seriesName(unit, { kind, phase })).toBe(name);
  // The name as lists print it leads to the same address.
  expect(slugOf(name)).toBe(slug);
  // Both can be told from the address.
  expect(bodySlug(slug)).toBe('yun-xi-xian-shui-li-ju');
  expect(seriesLabel(slug)).toBe(`${kind}${phase}`);
});
