import type { Check } from '../checks/check.ts';
import { whyInapplicable } from '../checks/check-disclosure.ts';
import { cause } from '../checks/format-findings.ts';
import { checks } from '../checks/index.ts';
import { type FindingsSummary, summarizeFindings } from '../checks/summarize-findings.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { CheckFinding, Outcome, Place } from '../schema/finding.ts';
import { rowAnchor } from '../schema/row-anchor.ts';
import { inTermsOf, nationalSet, shortName, tableName, tableTitles } from '../schema/table-titles.ts';
import { address } from './address.ts';
import type { Crumb } from './page.ts';
import { sideOf } from './table-view.ts';

/** A place of the disclosure's page, named and linked. */
export interface PlaceLink {
  name: string;
  href: string;
}

/** One side of a comparison that does not hold. */
export interface OperandView {
  label: string;
  printed: string;
  place: PlaceLink | undefined;
}

export interface FindingView {
  outcome: Outcome;
  message: string;
  /** Which cause is likelier, in words; `''` where not known. */
  cause: string;
  place: PlaceLink | undefined;
  operands: OperandView[];
}

/** One check with what it found in a part of the document. */
export interface CheckView {
  id: string;
  sentence: string;
  reason: string;
  href: string;
  /** What does not hold, then 尾差, then what could not be checked. */
  open: FindingView[];
  /** What holds. */
  held: FindingView[];
}

/** The checks of one table, of the narrative, the forms or the catalogue. */
export interface CheckGroup {
  id: string;
  title: string;
  summary: FindingsSummary;
  checks: CheckView[];
}

/** All findings of one disclosure. */
export interface ChecksPage {
  title: string;
  description: string;
  breadcrumbs: Crumb[];
  disclosure: PlaceLink;
  summary: FindingsSummary;
  /** 99.3 */
  coverage: string;
  failures: FindingView[];
  groups: CheckGroup[];
  /** Checks that are none of such a document's. */
  others: CheckView[];
}

/**
 * Makes the page of all findings of a disclosure.
 *
 * @param anchors lines that the disclosure's page shows; other lines are linked to the source view
 */
export function checksPage(disclosure: Disclosure, findings: CheckFinding[], anchors: number[]): ChecksPage {
  const { id, unit, year, kind, phase, template } = disclosure;
  const subject = `${year} 年${kind}${phase}`;
  const summary = summarizeFindings(findings);
  const view = viewOf(disclosure, anchorsOf(disclosure, new Set(anchors)));
  const byCheck = Map.groupBy(findings, ({ check }) => check);
  const viewOfCheck = (check: Check) =>
    checkView(inTerms(check, template), byCheck.get(check.id) ?? [], view);
  const own = checks.filter((check) => !whyInapplicable(check, disclosure));
  const groups = [...Map.groupBy(own, (check) => groupOf(check, template))].map(
    ([title, members], index): CheckGroup => ({
      id: `g${index + 1}`,
      title,
      summary: summarizeFindings(members.flatMap((check) => byCheck.get(check.id) ?? [])),
      checks: members.map(viewOfCheck),
    }),
  );
  return {
    title: `${unit.name} ${subject}：勾稽核对`,
    description: `${unit.name}${subject}公开文本的勾稽关系逐项核对：${summary.相符} 项相符，${summary.不符} 项不符。`,
    breadcrumbs: [
      { name: '单位', href: address.units() },
      { name: unit.name, href: address.unit(unit.slug) },
      { name: subject, href: address.disclosure(id) },
    ],
    disclosure: { name: `${unit.name} ${subject}`, href: address.disclosure(id) },
    summary,
    coverage: formatCoverage(summary),
    failures: findings.filter(({ outcome }) => outcome === '不符').map(view),
    groups,
    others: checks.filter((check) => !own.includes(check)).map(viewOfCheck),
  };
}

/** `99.3`: never rounded up to 100. */
export function formatCoverage({ coverage }: FindingsSummary): string {
  return (Math.floor(coverage * 1000) / 10).toString();
}

/** Title of the group that a check is listed in: that of its first table, or its kind. */
export function groupOf(check: Check, template?: string): string {
  if (check.id.startsWith('form-')) return '绩效目标表';
  if (check.id.startsWith('catalogue-')) return '政府购买服务指导性目录';
  if (check.sections) return '情况说明';
  if (check.tables.length > 3 && !/^t\d/.test(check.id)) return '各表之间';
  const title = tableTitles.find(({ number }) => number === check.tables[0]);
  if (!title) return '各表之间';
  return template === nationalSet
    ? shortName(title.number, template)
    : `${tableName(title.number)} ${title.name}`;
}

function inTerms(check: Check, template: string): Check {
  return {
    ...check,
    sentence: inTermsOf(template, check.sentence),
    reason: inTermsOf(template, check.reason),
  };
}

/** The anchor of a place with a line on the disclosure's page, undefined where the page does not show it. */
type AnchorOf = (place: Place, line: number) => string | undefined;

/** Knows the half of a line of a two-sided table by the column. */
function anchorsOf({ tables }: Disclosure, shown: ReadonlySet<number>): AnchorOf {
  return ({ table, column }, line) => {
    const one = tables.find((one) => one.number === table && one.rows.some((row) => row.line === line));
    return shown.has(line) ? rowAnchor(line, (one && sideOf(one, column)) ?? '') : undefined;
  };
}

/** Links a place to where the disclosure's page shows it, or to the source view where it does not. */
export function placeLink(
  { id, template }: Pick<Disclosure, 'id' | 'template'>,
  place: Place,
  anchorOf: AnchorOf,
): PlaceLink | undefined {
  const { line, table, project, section } = place;
  if (line !== undefined) {
    const anchor = anchorOf(place, line);
    return {
      name: `行 ${line}`,
      href: anchor === undefined ? address.source(id, line) : address.disclosure(id, anchor),
    };
  }
  if (table !== undefined) {
    return { name: tableName(table, template), href: address.disclosure(id, `t${table}`) };
  }
  if (project !== undefined) return { name: `项目 ${project}`, href: address.disclosure(id, `p${project}`) };
  if (section !== undefined) return { name: `说明 ${section}`, href: address.disclosure(id, `s${section}`) };
  return undefined;
}

function viewOf(
  disclosure: Pick<Disclosure, 'id' | 'template'>,
  anchorOf: AnchorOf,
): (finding: CheckFinding) => FindingView {
  return (finding) => ({
    outcome: finding.outcome,
    message: finding.message,
    cause: finding.outcome === '不符' ? cause(finding) : '',
    place: placeLink(disclosure, finding.place, anchorOf),
    operands: finding.operands.map(({ label, printed, place }) => ({
      label,
      printed: printed === '' ? '空白' : printed,
      place: placeLink(disclosure, place, anchorOf),
    })),
  });
}

const rank: Record<Outcome, number> = { 不符: 0, 尾差: 1, 未检查: 2, 相符: 3 };

function checkView(
  check: Check,
  findings: CheckFinding[],
  view: (finding: CheckFinding) => FindingView,
): CheckView {
  const { id, sentence, reason } = check;
  const open = findings
    .filter(({ outcome }) => outcome !== '相符')
    .sort((a, b) => rank[a.outcome] - rank[b.outcome]);
  const held = findings.filter(({ outcome }) => outcome === '相符');
  return { id, sentence, reason, href: address.check(id), open: open.map(view), held: held.map(view) };
}
