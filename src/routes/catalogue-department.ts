import { entryAnchors } from '../catalogue/entry-anchors.ts';
import { nameKey } from '../catalogue/name-key.ts';
import type { Catalogue, CatalogueDepartment, CatalogueEntry } from '../schema/catalogue.ts';
import { address } from './address.ts';
import { branchKey, type CatalogueIndex, type Place } from './catalogue-index.ts';
import { copiesLacking, type VariantView, variantView } from './catalogue-variant.ts';
import type { Crumb } from './page.ts';

/** One entry with those beneath it. */
export interface EntryView {
  anchor: string;
  code: string;
  /** `''` where the source prints no name. */
  name: string;
  level: number;
  /** Code as printed, where it was corrected. */
  printed: string | undefined;
  source: { line: number; href: string };
  /** Branches: how many other departments of the edition have it, and where that is listed. */
  shared: { count: number; href: string } | undefined;
  /** Services: where the same name stands otherwise, and how many more there are. */
  elsewhere: { text: string; href: string }[];
  more: { count: number; href: string } | undefined;
  variant: VariantView | undefined;
  children: EntryView[];
}

/** One department of an edition. */
export interface DepartmentPage {
  title: string;
  description: string;
  breadcrumbs: Crumb[];
  name: string;
  edition: string;
  entries: number;
  services: number;
  tree: EntryView[];
  /** Rows that some copies print and that are not part of the published text. */
  leftOut: VariantView[];
  /** The same department in other editions. */
  editions: { text: string; href: string }[];
  previous: { name: string; href: string } | undefined;
  next: { name: string; href: string } | undefined;
}

/** Links shown at an entry before the rest is left to the search. */
const shown = 8;

/** Makes the page of a department. */
export function departmentPage(
  edition: Catalogue,
  department: CatalogueDepartment,
  editions: readonly Catalogue[],
  index: CatalogueIndex,
): DepartmentPage {
  const { slug: editionSlug, departments } = edition;
  const at = departments.indexOf(department);
  const neighbor = (step: number): DepartmentPage['next'] => {
    const other = departments[at + step];
    return other && { name: other.name, href: address.catalogueDepartment(editionSlug, other.slug) };
  };
  return {
    title: `${department.name} · ${edition.edition}`,
    description: `${edition.edition} 中 ${department.name} 部门的购买服务目录：${department.entries.length} 个条目及其代码。`,
    breadcrumbs: [
      { name: '购买服务目录', href: address.catalogues() },
      { name: edition.edition, href: address.catalogue(editionSlug) },
    ],
    name: department.name,
    edition: edition.edition,
    entries: department.entries.length,
    services: department.entries.filter(({ level }) => level === 4).length,
    tree: treeOf(edition, department, index),
    leftOut: variantsOf(edition, department)
      .filter(({ variant }) => variant.readings[variant.chosen]?.name == null)
      .map(({ view }) => view),
    editions: editions.flatMap((other) => {
      const twin =
        other === edition
          ? undefined
          : other.departments.find((one) => nameKey(one.name) === nameKey(department.name));
      return twin ? [{ text: other.edition, href: address.catalogueDepartment(other.slug, twin.slug) }] : [];
    }),
    previous: neighbor(-1),
    next: neighbor(1),
  };
}

/** Entries under the entry that their code hangs on; those without one stand at the top. */
function treeOf(edition: Catalogue, department: CatalogueDepartment, index: CatalogueIndex): EntryView[] {
  const anchors = entryAnchors(department.entries);
  const variants = new Map(
    variantsOf(edition, department).map(({ variant, view }) => [
      `${variant.code} ${variant.occurrence}`,
      view,
    ]),
  );
  const byCode = new Map<string, EntryView>();
  const counts = new Map<string, number>();
  const roots: EntryView[] = [];
  department.entries.forEach((entry, at) => {
    const occurrence = counts.get(entry.code) ?? 0;
    counts.set(entry.code, occurrence + 1);
    const view = entryView(edition, department, entry, anchors[at] ?? entry.code, index);
    view.variant = variants.get(`${entry.code} ${occurrence}`);
    const above = entry.parent === '' ? undefined : byCode.get(entry.parent);
    (above?.children ?? roots).push(view);
    byCode.set(entry.code, view);
  });
  return roots;
}

function entryView(
  edition: Catalogue,
  department: CatalogueDepartment,
  entry: CatalogueEntry,
  anchor: string,
  index: CatalogueIndex,
): EntryView {
  const { code, name, level, line } = entry;
  const branch =
    level < 4
      ? index.branches
          .get(edition.slug)
          ?.find((one) => branchKey(one.code, one.name) === branchKey(code, name))
      : undefined;
  const others = (level === 4 && name !== '' ? (index.services.get(nameKey(name)) ?? []) : []).filter(
    (place) =>
      place.editionSlug !== edition.slug ||
      place.departmentSlug !== department.slug ||
      place.anchor !== anchor,
  );
  return {
    anchor,
    code,
    name,
    level,
    printed: entry.printed,
    source: { line, href: address.source(entry.copy ?? edition.copies[0] ?? '', line) },
    shared:
      branch && branch.places.length > 1
        ? { count: branch.places.length - 1, href: `${address.catalogue(edition.slug)}#${branch.anchor}` }
        : undefined,
    elsewhere: others.slice(0, shown).map((place) => placeLink(place, edition, department, code)),
    more: others.length > shown ? { count: others.length - shown, href: address.search(name) } : undefined,
    variant: undefined,
    children: [],
  };
}

/** `民政 A040301`, the edition named where it is another one, the code where it is another one. */
function placeLink(
  place: Place,
  edition: Catalogue,
  department: CatalogueDepartment,
  code: string,
): { text: string; href: string } {
  const parts = [
    place.editionSlug === edition.slug ? '' : place.edition,
    nameKey(place.department) === nameKey(department.name) ? '' : place.department,
    place.code === code ? '' : place.code,
  ].filter((part) => part !== '');
  return {
    text: parts.join(' ') || place.code,
    href: address.catalogueDepartment(place.editionSlug, place.departmentSlug, place.anchor),
  };
}

function variantsOf(edition: Catalogue, department: CatalogueDepartment) {
  const lacking = copiesLacking(edition, department.name);
  return edition.variants
    .filter((variant) => variant.code !== '' && nameKey(variant.department) === nameKey(department.name))
    .map((variant) => ({ variant, view: variantView(variant, edition.copies.length, lacking) }));
}
