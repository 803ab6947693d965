import { startOf } from '../catalogue/in-force-in.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import { allSummaries, archive } from './archive.ts';
import { type DepartmentPage, departmentPage } from './catalogue-department.ts';
import { type EditionPage, editionPage } from './catalogue-edition.ts';
import { type CatalogueIndex, catalogueIndex } from './catalogue-index.ts';
import type { Summary } from './summary.ts';

let all: Catalogue[] | undefined;
let index: CatalogueIndex | undefined;
let attachments: Map<string, Summary[]> | undefined;

/** All editions of the catalogue, the newest first; read once a build. */
export function editions(): Catalogue[] {
  all ??= archive()
    .catalogues.map((entry) => entry.load())
    .toSorted((a, b) =>
      startOf(a) === startOf(b) ? (a.slug < b.slug ? -1 : 1) : startOf(a) > startOf(b) ? -1 : 1,
    );
  return all;
}

/** The edition of a slug. Throws where the archive has none. */
export function editionOf(slug: string): Catalogue {
  const edition = editions().find((one) => one.slug === slug);
  if (!edition) throw new Error(`The archive has no edition ${slug} of the catalogue: run the build again.`);
  return edition;
}

/** Where each service stands, over all editions; made once a build. */
export function services(): CatalogueIndex {
  index ??= catalogueIndex(editions());
  return index;
}

/** Summaries of the disclosures that attach an edition. */
export function attachmentsOf(edition: Catalogue): Summary[] {
  attachments ??= Map.groupBy(allSummaries(), (summary) => summary.edition);
  return attachments.get(edition.edition) ?? [];
}

/** Pairs of editions to compare, each from the earlier to the later one. */
export function editionPairs(): [earlier: Catalogue, later: Catalogue][] {
  // An edition whose date nobody knows is neither earlier nor later.
  const dated = editions().filter((edition) => startOf(edition) !== '');
  return dated.flatMap((later, at) =>
    dated.slice(at + 1).map((earlier): [Catalogue, Catalogue] => [earlier, later]),
  );
}

/** The page of an edition. */
export function editionPageOf(slug: string): EditionPage {
  const edition = editionOf(slug);
  return editionPage(
    edition,
    editions(),
    editionPairs(),
    attachmentsOf(edition),
    services().branches.get(slug) ?? [],
  );
}

/** The page of a department of an edition. Throws where the edition has none of that slug. */
export function departmentPageOf(editionSlug: string, slug: string): DepartmentPage {
  const edition = editionOf(editionSlug);
  const department = edition.departments.find((one) => one.slug === slug);
  if (!department)
    throw new Error(`The edition ${editionSlug} has no department ${slug}: run the build again.`);
  return departmentPage(edition, department, editions(), services());
}
