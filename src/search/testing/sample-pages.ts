import type { PageFacts, SearchGroup, SearchPage, SearchRow } from '../search-page.ts';

/** Facts of an invented body's page, for tests. */
export function sampleFacts(facts: Partial<PageFacts>): PageFacts {
  return {
    path: 'units/yi-cheng/2031/',
    title: '',
    unit: '',
    year: 2031,
    province: '',
    city: '',
    county: '',
    departmentCode: '',
    department: '',
    edition: '',
    catalogueDepartment: '',
    findings: false,
    repealedBy: '',
    ...facts,
  };
}

/** A page with one group for each list of rows, for tests. */
export function samplePage(
  facts: Partial<PageFacts>,
  ...groups: [title: string, rows: Partial<SearchRow>[]][]
) {
  const page: SearchPage = {
    facts: sampleFacts(facts),
    groups: groups.map(([title], index): SearchGroup => ({ title, anchor: `t${index + 1}`, money: '万元' })),
    rows: groups.flatMap(([, rows], group) =>
      rows.map((row, index) => ({
        kind: '表格行' as const,
        anchor: `L${(group + 1) * 100 + index}`,
        texts: [],
        amounts: [],
        ...row,
        group,
      })),
    ),
  };
  return page;
}
