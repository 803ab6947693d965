import type { Section } from '../schema/block.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { type Figure, yuanOf } from '../schema/figure.ts';
import type { FundSource, Project } from '../schema/project.ts';
import { rowAnchor } from '../schema/row-anchor.ts';
import { entriesOf, type Table } from '../schema/table.ts';
import { nationalSet, tableName } from '../schema/table-titles.ts';
import { columnName } from './column-name.ts';
import { readProseAmounts } from './read-prose-amounts.ts';
import type { Kind, PageFacts, RowAmount, SearchGroup, SearchPage, SearchRow } from './search-page.ts';
import { totalsOfTable } from './totals-of-table.ts';

/** Words of the form for each source of money. */
const fundNames: Record<FundSource, string> = {
  合计: '资金总额',
  财政拨款: '财政拨款',
  中央: '中央财政资金',
  省级: '省级财政资金',
  市县: '市县财政资金',
  上年结转: '上年结转资金',
  自筹: '单位自筹',
  其他: '其他资金',
};

/** Lists all that is searched in a disclosure: its unit, tables, projects, running text and glossary. */
export function rowsOfDisclosure(disclosure: Disclosure, findings: boolean): SearchPage {
  const page = new PageRows();
  addUnit(disclosure, page);
  for (const table of disclosure.tables) addTable(table, page, disclosure.template);
  for (const project of disclosure.projects) addProject(project, page);
  for (const section of disclosure.sections) addSection(section, page);
  addGlossary(disclosure, page);
  return { facts: factsOf(disclosure, findings), groups: page.groups, rows: page.rows };
}

/** Rows and groups in the order in which they are added. */
class PageRows {
  groups: SearchGroup[] = [];
  rows: SearchRow[] = [];

  group(title: string, anchor: string, money = ''): void {
    this.groups.push({ title, anchor, money });
  }

  row(kind: Kind, anchor: string, texts: string[], amounts: RowAmount[] = []): void {
    if (texts.some(Boolean) || amounts.length > 0)
      this.rows.push({ kind, group: this.groups.length - 1, anchor, texts, amounts });
  }

  /** What is called by a name, with amounts that other rows have too. */
  title(kind: Kind, anchor: string, texts: string[], amounts: RowAmount[]): void {
    const group = this.groups.length - 1;
    this.rows.push({ kind, group, anchor, texts, amounts, ...(amounts.length > 0 && { repeats: true }) });
  }

  /** A paragraph, with the amounts that it names. */
  text(anchor: string, text: string, ...others: string[]): void {
    this.row('说明', anchor, [text, '', ...others], readProseAmounts(text));
  }
}

function factsOf(
  { unit, year, kind, phase, region, department, catalogue, id }: Disclosure,
  findings: boolean,
) {
  return {
    path: `units/${id}/`,
    title: `${unit.name} ${year}年度${kind}${phase}`,
    unit: unit.name,
    year,
    ...region,
    departmentCode: department.code,
    department: department.name,
    edition: catalogue.edition,
    catalogueDepartment: '',
    findings,
    repealedBy: '',
  } satisfies PageFacts;
}

function addUnit(disclosure: Disclosure, page: PageRows): void {
  const { unit, year, kind, phase, region, department, tables } = disclosure;
  const summary = tables.find(({ number }) => number === 1);
  page.group('概况', '', summary?.unit);
  const { province, city, county } = region;
  const others = [`${year}年度${kind}${phase}公开`, department.name, province, city, county];
  const totals = summary ? totalsOfTable(summary).filter(({ column }) => column === '支出总计') : [];
  page.title('单位', '', [unit.name, department.code, ...others], totals);
}

function addTable(table: Table, page: PageRows, template: string): void {
  const anchor = table.number === null ? `L${table.line}` : `t${table.number}`;
  const name =
    table.number !== null && template !== nationalSet
      ? `${tableName(table.number)} ${table.title}`
      : table.title;
  page.group(name.trim(), anchor, table.unit);
  addTableRows(table, page, anchor);
}

function addTableRows(table: Table, page: PageRows, anchor: string): void {
  const headings = new Set(table.columns.flatMap((column) => column.path.split('/')));
  page.title('表格', anchor, [table.title, '', ...headings], totalsOfTable(table));
  for (const { line, side, label, code, counterpart, amounts } of entriesOf(table)) {
    const texts = [label, code, counterpart];
    const read: RowAmount[] = [];
    for (const [path, figure] of amounts) {
      if ('undecided' in figure) texts.push(figure.printed);
      else if (figure.yuan !== 0)
        read.push({ column: columnName(path, side), printed: figure.printed, yuan: figure.yuan });
    }
    page.row('表格行', rowAnchor(line, side), texts, read);
  }
  for (const row of table.rows) {
    const texts = row.cells.filter(
      (cell, index) => table.columns[index]?.role === 'text' && typeof cell === 'string' && cell !== '',
    ) as string[];
    const [first, ...others] = texts;
    if (first) page.row('表格行', `L${row.line}`, [first, '', ...others], texts.flatMap(readProseAmounts));
  }
  for (const note of table.notes) page.text(`L${note.line}`, note.text);
}

function readAmount(column: string, figure: Figure | null): RowAmount[] {
  const yuan = yuanOf(figure);
  return figure && yuan ? [{ column, printed: figure.printed, yuan }] : [];
}

function addProject(project: Project, page: PageRows): void {
  const anchor = `p${project.number}`;
  const { department, unit, attribute, period, timestamp } = project;
  page.group(project.name, anchor, project.moneyUnit ?? '元');
  const sum = project.funds.find(({ source }) => source === '合计');
  const amountsOf = (fund: Project['funds'][number]) => [
    ...readAmount('年度资金', fund.annual),
    ...readAmount('实施期资金', fund.total),
  ];
  page.row(
    '项目',
    anchor,
    [project.name, department.code, department.name, unit, attribute, period, timestamp],
    sum ? amountsOf(sum) : [],
  );
  for (const fund of project.funds) {
    const amounts = amountsOf(fund);
    if (fund !== sum && amounts.length > 0)
      page.row('项目', `L${fund.line}`, [fundNames[fund.source], ''], amounts);
  }
  for (const { field, text, line } of project.texts) page.text(`L${line}`, text, field);
  // What the form prints alike for the whole period and for the year, side by side on one line, is one row.
  const printed = new Map(
    project.indicators.map((indicator) => [
      [indicator.line, indicator.name, indicator.value, indicator.level2].join('\t'),
      indicator,
    ]),
  );
  for (const { name, value, level2, line } of printed.values())
    page.row('绩效指标', `L${line}`, [name, '', value, level2 ?? '']);
}

function addSection({ title, number, line, blocks }: Section, page: PageRows): void {
  const anchor = number === null ? `L${line}` : `s${number}`;
  page.group(title, anchor);
  // Of a lost picture there is nothing to see but its section.
  const captions = blocks.flatMap((block) => (block.kind === 'picture' ? [block.caption] : []));
  const [name = '', ...others] = [title, ...captions].filter(Boolean);
  page.row('说明', anchor, [name, '', ...others]);
  for (const block of blocks) {
    if (block.kind === 'table') addTableRows(block.table, page, `L${block.table.line}`);
    else if (block.kind !== 'picture') page.text(`L${block.line}`, block.text);
  }
}

function addGlossary({ glossary }: Disclosure, page: PageRows): void {
  if (glossary.length > 0) page.group('名词解释', `L${glossary[0]?.line}`);
  for (const { term, definition, line } of glossary) page.row('名词', `L${line}`, [term, '', definition]);
}
