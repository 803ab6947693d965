import type { Catalogue, CatalogueDepartment } from '../schema/catalogue.ts';
import type { PageFacts, SearchPage, SearchRow } from './search-page.ts';

/**
 * Lists all that is searched in an edition of the procurement catalogue: a page for the edition, one a department.
 *
 * @param repealedBy edition that repealed it, or `''`
 */
export function rowsOfCatalogue(catalogue: Catalogue, repealedBy: string): SearchPage[] {
  const facts: PageFacts = {
    path: `catalogue/${catalogue.slug}/`,
    title: catalogue.edition,
    unit: '',
    year: yearOf(catalogue),
    province: '',
    city: '',
    county: '',
    departmentCode: '',
    department: '',
    edition: catalogue.edition,
    catalogueDepartment: '',
    findings: catalogue.variants.some(({ decision }) => decision === 'undecided'),
    repealedBy,
  };
  const edition: SearchRow = {
    kind: '目录条目',
    group: 0,
    anchor: '',
    texts: [catalogue.edition, '', catalogue.title, catalogue.issuer],
    amounts: [],
  };
  return [
    { facts, groups: [{ title: catalogue.title, anchor: '', money: '' }], rows: [edition] },
    ...catalogue.departments.map((department) => rowsOfDepartment(department, facts)),
  ];
}

function rowsOfDepartment({ name, slug, entries }: CatalogueDepartment, edition: PageFacts): SearchPage {
  const seen = new Map<string, number>();
  const entry = (texts: string[], anchor: string): SearchRow => ({
    kind: '目录条目',
    group: 0,
    anchor,
    texts,
    amounts: [],
  });
  const rows = entries.map(({ code, name }) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return entry([name, code], count === 1 ? code : `${code}-${count}`);
  });
  return {
    facts: {
      ...edition,
      path: `${edition.path}${slug}/`,
      title: `${edition.edition} ${name}`,
      catalogueDepartment: name,
    },
    groups: [{ title: name, anchor: '', money: '' }],
    rows: [entry([name, ''], ''), ...rows],
  };
}

/** Year of the edition: when it was issued, else as its document number says. */
function yearOf({ issued, edition }: Catalogue): number {
  return Number(issued.slice(0, 4) || /(?:19|20)\d{2}/.exec(edition)?.[0] || 0);
}
