import type { Chart } from '../charts/chart.ts';
import { summarizeFindings } from '../checks/summarize-findings.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { CheckFinding } from '../schema/finding.ts';
import { inTermsOf, nationalSet } from '../schema/table-titles.ts';
import { address } from './address.ts';
import { type ContentsEntry, contentsOf } from './contents.ts';
import { type DisclosureParts, drawParts } from './disclosure-parts.ts';
import { figureRowsOf } from './figure-row.ts';
import { keyFigures } from './key-figures.ts';
import type { Crumb } from './page.ts';
import { type Remark, Remarks, remarksOf } from './remark.ts';
import { bodyStatement, changeStatements, checkStatement } from './side-statement.ts';
import { moneyStatements, plainText, type Statement } from './statement.ts';

/** Everything that the page of one disclosure shows, in the order that it shows it. */
export interface DisclosurePage extends DisclosureParts {
  id: string;
  /** `示例县图书馆` */
  unit: string;
  /** `2031 年单位预算` */
  subject: string;
  title: string;
  description: string;
  breadcrumbs: Crumb[];
  /** The text follows no known template: shown as it is, not read. */
  unknown: boolean;
  /** Id of the set of tables that the text follows. */
  template: string;
  statements: Statement[];
  contents: ContentsEntry[];
  charts: Chart[];
  /** The attached procurement catalogue. */
  catalogue: { edition: string; href: string; first: number; last: number } | undefined;
  /** What conversion, corrections and checks have to say about no particular place. */
  remarks: Remark[];
  corrections: number;
  source: Disclosure['source'];
  links: { source: string; checks: string; files: { name: string; href: string; note: string }[] };
}

/** What the page needs besides the disclosure. */
export interface DisclosureContext {
  checks: CheckFinding[];
  /** None where the text follows no known template. */
  charts: Chart[];
  /** Slug of an edition of the procurement catalogue, undefined where the archive does not hold it. */
  catalogueSlug: (edition: string) => string | undefined;
}

/** Makes the page of one disclosure. */
export function disclosurePage(disclosure: Disclosure, context: DisclosureContext): DisclosurePage {
  const { id, unit, year } = disclosure;
  const { charts } = context;
  const remarks = new Remarks(remarksOf(disclosure, context.checks));
  const parts = drawParts(disclosure, remarks);
  const figures = keyFigures(figureRowsOf(disclosure));
  const unknown = disclosure.template === 'unknown';

  const statements = unknown
    ? []
    : [
        ...bodyStatement(disclosure),
        ...moneyStatements(figures, year, disclosure.projects.length),
        ...changeStatements(disclosure),
        ...checkStatement(summarizeFindings(context.checks), id),
      ];
  const subject = `${year} 年${disclosure.kind}${disclosure.phase}`;
  const page = {
    id,
    unit: unit.name,
    subject,
    title: `${unit.name} ${subject}`,
    description: describe(statements, `${unit.name}${subject}公开文本`),
    breadcrumbs: [
      { name: '单位', href: address.units() },
      { name: unit.name, href: address.unit(unit.slug) },
    ],
    unknown,
    template: disclosure.template,
    statements: statements.map((statement) => inTerms(statement, disclosure.template)),
    ...parts,
    catalogue: catalogueOf(disclosure, context),
    remarks: remarks.left(),
    corrections: disclosure.corrections.length,
    source: disclosure.source,
    links: { source: address.source(id), checks: address.checks(id), files: filesOf(id) },
  };
  return { ...page, charts, contents: contentsOf(page, charts.length) };
}

/** A statement whose figures name their tables as the document's set does. */
function inTerms(statement: Statement, template: string): Statement {
  if (template !== nationalSet) return statement;
  return {
    ...statement,
    parts: statement.parts.map((part) =>
      typeof part !== 'string' && 'figure' in part
        ? { ...part, title: inTermsOf(template, part.title) }
        : part,
    ),
  };
}

function catalogueOf(
  { catalogue }: Disclosure,
  { catalogueSlug }: DisclosureContext,
): DisclosurePage['catalogue'] {
  if (!catalogue.edition) return undefined;
  const slug = catalogueSlug(catalogue.edition);
  return { ...catalogue, href: slug === undefined ? '' : address.catalogue(slug) };
}

function describe(statements: Statement[], fallback: string): string {
  const total = statements.find((statement) => statement.question === '一共多少钱');
  return total ? `${fallback}：${plainText(total.parts)}` : `${fallback}。`;
}

function filesOf(id: string): DisclosurePage['links']['files'] {
  const file = (name: string) => address.dataFile(`${id}/${name}`);
  return [
    { name: 'figures.csv', href: file('figures.csv'), note: '每个印出的金额一行' },
    { name: 'project_funds.csv', href: file('project_funds.csv'), note: '项目资金' },
    { name: 'indicators.csv', href: file('indicators.csv'), note: '绩效指标' },
    { name: 'conversion.csv', href: file('conversion.csv'), note: '转换时的判断' },
    { name: 'datapackage.json', href: file('datapackage.json'), note: '以上各表的字段说明' },
    { name: 'disclosure.md', href: address.markdown(id), note: '全文，Markdown' },
    { name: 'source.txt', href: address.sourceText(id), note: '原文，纯文本' },
  ];
}
