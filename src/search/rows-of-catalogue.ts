import { entryAnchors } from '../catalogue/entry-anchors.ts';
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
  const edition = entryRow([catalogue.edition, '', catalogue.title, catalogue.issuer], '');
  return [
    { facts, groups: [{ title: catalogue.title, anchor: '', money: '' }], rows: [edition] },
    ...catalogue.departments.map((department) => rowsOfDepartment(department, catalogue, facts)),
  ];
}

function rowsOfDepartment(
  { name, slug, entries }: CatalogueDepartment,
  { variants }: Catalogue,
  edition: PageFacts,
): SearchPage {
  const anchors = entryAnchors(entries);
  const occurrences = new Map<string, number>();
  const rows = entries.map(({ code, name: entryName, printed }, index) => {
    const occurrence = occurrences.get(code) ?? 0;
    occurrences.set(code, occurrence + 1);
    const variant = variants.find(
      (one) => one.department === name && one.code === code && one.occurrence === occurrence,
    );
    // What other copies print is shown on the page, so it is found too.
    const readings = (variant?.readings ?? []).flatMap((reading) => [
      reading.name ?? '',
      reading.printed ?? '',
    ]);
    const others = [...new Set([printed ?? '', ...readings])].filter(
      (text) => text && text !== entryName && text !== code,
    );
    return entryRow([entryName, code, ...others], anchors[index] ?? code);
  });
  return {
    facts: {
      ...edition,
      path: `${edition.path}${slug}/`,
      title: `${edition.edition} ${name}`,
      catalogueDepartment: name,
    },
    groups: [{ title: name, anchor: '', money: '' }],
    rows: [entryRow([name, ''], ''), ...rows],
  };
}

function entryRow(texts: string[], anchor: string): SearchRow {
  return { kind: '目录条目', group: 0, anchor, texts, amounts: [] };
}

/** Year of the edition: when it was issued, else as its document number says. */
function yearOf({ issued, edition }: Catalogue): number {
  return Number(issued.slice(0, 4) || /(?:19|20)\d{2}/.exec(edition)?.[0] || 0);
}
