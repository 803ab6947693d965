import { type FacetCounts, type FacetName, type Facets, facetNames } from '../query/facets.ts';
import { kinds } from '../search-page.ts';
import { element } from './element.ts';

const titles: Record<FacetName, string> = {
  kind: '类型',
  year: '年度',
  region: '地区',
  unit: '单位',
  edition: '目录版本',
  department: '部门',
  findings: '勾稽不符',
};

/** Values that are offered at once, and behind 更多: thousands of bodies would only cost time. */
const offered = 8;
const offeredMore = 60;

/** Draws the facets as groups of check boxes with their counts; empty facets are left out. */
export function renderFacets(counts: FacetCounts, chosen: Facets): HTMLElement[] {
  return facetNames.flatMap((name) => {
    const picked = chosen[name] ?? [];
    const none = picked.map((value): [string, number] => [value, 0]);
    const values = sorted(name, new Map([...none, ...counts[name]]), picked);
    if (values.length === 0 || (values.length === 1 && picked.length === 0 && name !== 'year')) return [];
    const shown = values.slice(0, offered + offeredMore);
    const boxes = shown.map(([value, count]) => box(name, value, count, picked.includes(value)));
    const more = boxes.slice(offered);
    const left = values.length - shown.length;
    return element(
      'fieldset',
      { class: 'facet', 'data-facet': name },
      element('legend', {}, titles[name]),
      ...boxes.slice(0, offered),
      more.length > 0 &&
        element(
          'details',
          {},
          element('summary', {}, `更多（${values.length - offered}）`),
          ...more,
          left > 0 && element('p', { class: 'facet-left' }, `还有 ${left} 项，加上名称检索即可`),
        ),
    );
  });
}

function box(name: FacetName, value: string, count: number, checked: boolean): HTMLElement {
  return element(
    'label',
    {},
    element('input', { type: 'checkbox', name, value, checked: checked && '' }),
    element('span', { class: 'facet-value' }, value),
    element('span', { class: 'facet-count' }, String(count)),
  );
}

function sorted(name: FacetName, counts: Map<string, number>, picked: string[]): [string, number][] {
  const values = [...counts];
  if (name === 'kind')
    return values.sort(([a], [b]) => kinds.indexOf(a as '单位') - kinds.indexOf(b as '单位'));
  if (name === 'year') return values.sort(([a], [b]) => Number(b) - Number(a));
  const isPicked = (value: string) => Number(picked.includes(value));
  return values.sort(([a, m], [b, n]) => isPicked(b) - isPicked(a) || n - m || (a < b ? -1 : 1));
}
