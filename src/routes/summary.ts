import type { FindingsSummary } from '../checks/summarize-findings.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { seriesName } from '../schema/series.ts';
import { figureRowsOf } from './figure-row.ts';
import { headcountOf } from './headcount.ts';
import { keyFigures } from './key-figures.ts';

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
    income: figures.income?.yuan,
    spending: figures.spending?.yuan ?? figures.income?.yuan,
    basic: figures.basic?.yuan,
    project: figures.project?.yuan,
    official: figures.official?.yuan,
    functions: figures.functions.map(({ name, yuan }) => ({ name, yuan })),
    projects: disclosure.projects.length,
    staff: headcountOf(disclosure.sections)?.staff,
    edition: disclosure.catalogue.edition,
    checks,
    undecided: disclosure.findings.filter((finding) => finding.status === 'undecided').length,
    corrections: disclosure.corrections.length,
  };
}
