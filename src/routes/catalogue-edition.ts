import { sameNumber } from '../catalogue/same-number.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import { address } from './address.ts';
import { forceInYear, forceSentence } from './catalogue-force.ts';
import type { Branch } from './catalogue-index.ts';
import { countEntries } from './catalogue-list.ts';
import { type VariantView, variantView } from './catalogue-variant.ts';
import { formatCount } from './format-money.ts';
import type { Crumb } from './page.ts';
import type { Summary } from './summary.ts';

/** One edition: its facts, its departments, the branches they share, and who attaches it. */
export interface EditionPage {
  title: string;
  description: string;
  breadcrumbs: Crumb[];
  name: string;
  facts: { term: string; text: string; links?: { text: string; href: string }[] }[];
  departments: { name: string; href: string; entries: number; undecided: number }[];
  branches: {
    code: string;
    name: string;
    level: number;
    anchor: string;
    places: { text: string; href: string }[];
  }[];
  /** Attaching disclosures by year, newest first. */
  years: {
    year: number;
    force: { text: string; tone: 'good' | 'bad' | 'open' };
    units: { name: string; href: string }[];
  }[];
  changes: { text: string; href: string }[];
  /** Statements and whole departments that copies print differently. */
  variants: VariantView[];
  /** Number of rows that copies print differently, and of those left open. */
  differing: number;
  undecided: number;
}

/** Editions to compare, each pair from the earlier to the later one. */
type EditionPairs = readonly (readonly [Catalogue, Catalogue])[];

/** Makes the page of an edition. */
export function editionPage(
  edition: Catalogue,
  editions: readonly Catalogue[],
  pairs: EditionPairs,
  attached: readonly Summary[],
  branches: readonly Branch[],
): EditionPage {
  const { slug, variants, copies } = edition;
  const total = countEntries(edition);
  const rows = variants.filter((variant) => variant.department !== '' && variant.code !== '');
  const name = edition.title || edition.edition;
  return {
    title: edition.edition,
    description: `${edition.edition} ${name}：${edition.departments.length} 个部门、${formatCount(total)} 个条目，逐条可查。`,
    breadcrumbs: [{ name: '购买服务目录', href: address.catalogues() }],
    name,
    facts: factsOf(edition, editions, total),
    departments: edition.departments.map((department) => ({
      name: department.name,
      href: address.catalogueDepartment(slug, department.slug),
      entries: department.entries.length,
      undecided: rows.filter((one) => one.department === department.name && one.decision === 'undecided')
        .length,
    })),
    branches: branches.map(({ places, ...branch }) => ({
      ...branch,
      places: places.map((place) => ({
        text: place.department,
        href: address.catalogueDepartment(slug, place.departmentSlug, place.anchor),
      })),
    })),
    years: yearsOf(edition, editions, attached),
    changes: changesOf(edition, pairs),
    variants: variants
      .filter((variant) => variant.department === '' || variant.code === '')
      .map((variant) => ({
        ...variantView(variant, copies.length),
        ...(variant.department === '' ? {} : { code: `部门「${variant.department}」` }),
      })),
    differing: rows.length,
    undecided: rows.filter((variant) => variant.decision === 'undecided').length,
  };
}

function factsOf(edition: Catalogue, editions: readonly Catalogue[], total: number): EditionPage['facts'] {
  const repeals = edition.repeals.map((number) => {
    const known = editions.find((one) => sameNumber(one.edition, number));
    return known ? { text: known.edition, href: address.catalogue(known.slug) } : { text: number, href: '' };
  });
  return [
    { term: '文号', text: edition.edition },
    { term: '印发机关', text: edition.issuer || '原文未写明' },
    { term: '印发日期', text: edition.issued || '原文未写明' },
    { term: '效力', text: forceSentence(editions, edition) },
    ...(repeals.length > 0 ? [{ term: '同时废止', text: '', links: repeals }] : []),
    { term: '规模', text: `${edition.departments.length} 个部门，${formatCount(total)} 个条目` },
    { term: '依据', text: `${formatCount(edition.copies.length)} 份公开文本所附原文` },
  ];
}

function yearsOf(
  edition: Catalogue,
  editions: readonly Catalogue[],
  attached: readonly Summary[],
): EditionPage['years'] {
  const byYear = Map.groupBy(attached, ({ year }) => year);
  return [...byYear]
    .toSorted(([a], [b]) => b - a)
    .map(([year, summaries]) => ({
      year,
      force: forceInYear(editions, edition.edition, year),
      units: summaries.map(({ id, unit }) => ({ name: unit.name, href: address.disclosure(id) })),
    }));
}

/** Comparisons with every other edition, from the earlier to the later one. */
function changesOf(edition: Catalogue, pairs: EditionPairs): EditionPage['changes'] {
  return pairs
    .filter((pair) => pair.includes(edition))
    .map(([from, to]) => ({
      text: `${from.edition} → ${to.edition}`,
      href: address.catalogueChanges(from.slug, to.slug),
    }));
}
