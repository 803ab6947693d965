import { changeOfTotal } from '../checks/statements/change-of-total.ts';
import { threePublicComparison } from '../checks/statements/three-public-comparison.ts';
import type { FindingsSummary } from '../checks/summarize-findings.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { rowAnchor } from '../schema/row-anchor.ts';
import { seriesName } from '../schema/series.ts';
import { figureRowsOf } from './figure-row.ts';
import { headcountOf } from './headcount.ts';
import { type Item, keyFigures } from './key-figures.ts';

/** Figures of a summary that stand in a row of the disclosure. */
export type SummaryFigure = 'income' | 'spending' | 'basic' | 'project' | 'official';

/** A figure of an earlier year as the text gives it, by the amount of its own year and the change. */
export interface StatedBefore {
  figure: 'income' | 'spending' | 'official';
  /** The earlier year. */
  year: number;
  /** Whole yuan. */
  yuan: number;
  /** Line of the sentence. */
  line: number;
}

/** What lists and overviews say about one disclosure. Amounts in whole yuan, undefined where not known. */
export interface Summary {
  id: string;
  /** Called as in lists: a department's publications are told from the body's own. */
  unit: Disclosure['unit'];
  /** The body's name alone. */
  body: string;
  year: number;
  kind: Disclosure['kind'];
  phase: Disclosure['phase'];
  region: Disclosure['region'];
  department: Disclosure['department'];
  /** The template was recognized, so that its figures were read. */
  known: boolean;
  income: number | undefined;
  spending: number | undefined;
  basic: number | undefined;
  project: number | undefined;
  official: number | undefined;
  /** Anchors of the rows that these figures stand in, on the page of the disclosure. */
  anchors: Partial<Record<SummaryFigure, string>>;
  /** What the text says of the year before. */
  statedBefore: StatedBefore[];
  functions: { name: string; yuan: number }[];
  projects: number;
  staff: number | undefined;
  edition: string;
  checks: FindingsSummary;
  undecided: number;
  corrections: number;
}

/** Sums up a disclosure for lists. */
export function summarize(disclosure: Disclosure, checks: FindingsSummary): Summary {
  const { id, unit, year, kind, phase, region, department } = disclosure;
  const figures = keyFigures(figureRowsOf(disclosure));
  const { income, spending = income, basic, project, official } = figures;
  return {
    id,
    unit: { name: seriesName(unit.name, disclosure), slug: unit.slug },
    body: unit.name,
    year,
    kind,
    phase,
    region,
    department,
    known: disclosure.template !== 'unknown',
    income: income?.yuan,
    spending: spending?.yuan,
    basic: basic?.yuan,
    project: project?.yuan,
    official: official?.yuan,
    anchors: anchorsOf({ income, spending, basic, project, official }),
    statedBefore: disclosure.template === 'unknown' ? [] : statedBefore(disclosure),
    functions: figures.functions.map(({ name, yuan }) => ({ name, yuan })),
    projects: disclosure.projects.length,
    staff: headcountOf(disclosure.sections)?.staff,
    edition: disclosure.catalogue.edition,
    checks,
    undecided: disclosure.findings.filter((finding) => finding.status === 'undecided').length,
    corrections: disclosure.corrections.length,
  };
}

function anchorsOf(items: Record<SummaryFigure, Item | undefined>): Summary['anchors'] {
  return Object.fromEntries(
    Object.entries(items).flatMap(([name, item]) => (item ? [[name, rowAnchor(item.line, item.side)]] : [])),
  );
}

function statedBefore(disclosure: Disclosure): StatedBefore[] {
  const { income, spending } = changeOfTotal(disclosure);
  const official = threePublicComparison(disclosure).find(({ part }) => part === 'total');
  return Object.entries({ income, spending, official }).flatMap(([figure, stated]) => {
    if (!stated || stated.previousYuan === null) return [];
    const { baseYear: year, previousYuan: yuan, line } = stated;
    return [{ figure: figure as StatedBefore['figure'], year, yuan, line }];
  });
}
