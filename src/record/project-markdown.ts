import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import type { MoneyUnit } from '../schema/figure.ts';
import type { FundLine, Indicator, Project, ProjectText } from '../schema/project.ts';
import { readCell, writeCell, writeJson } from './cell.ts';
import type { Cursor } from './cursor.ts';
import { grid } from './grid.ts';
import { marked, plainText, readMarked, text } from './marker.ts';

const fundHeader = (unit: MoneyUnit) => ['资金来源', `实施期（${unit}）`, `年度（${unit}）`, '行'];
const indicatorHeader = ['一级指标', '二级指标', '三级指标', '指标值', '行'];
const indicatorTitle = '绩效指标';

/** A project as Markdown: what it is as a list, its money and its indicators as tables, its texts as paragraphs. */
export function writeProject(project: Project): RootContent[] {
  const facts: Record<string, string> = {
    主管部门: project.department.name,
    主管部门代码: project.department.code,
    实施单位: project.unit,
    项目属性: project.attribute,
    项目期: project.period,
    填报日期: project.timestamp,
    ...(project.moneyUnit ? { 金额单位: project.moneyUnit } : {}),
    表页: project.sheets.map(({ first, last }) => `${first}–${last}`).join('、'),
  };
  return [
    {
      type: 'heading',
      depth: 3,
      children: marked(project.name, `${project.line} project ${project.number}`),
    },
    {
      type: 'list',
      spread: false,
      children: Object.entries(facts).map(([name, value]) => ({
        type: 'listItem',
        children: [{ type: 'paragraph', children: text(`${name}：${value}`) }],
      })),
    },
    ...(project.funds.length > 0 ? [writeFunds(project.funds, project.moneyUnit ?? '元')] : []),
    ...project.texts.flatMap(writeText),
    ...runs(project.indicators).flatMap(writeIndicators),
  ];
}

function writeFunds(funds: FundLine[], unit: MoneyUnit): RootContent {
  const row = (fund: FundLine) => [
    text(fund.source),
    writeCell(fund.total, 'amount', unit),
    writeCell(fund.annual, 'amount', unit),
    text(String(fund.line)),
  ];
  return grid(fundHeader(unit), [false, true, true, true], funds.map(row));
}

function writeText({ field, text: value, line }: ProjectText): RootContent[] {
  const heading: RootContent = { type: 'heading', depth: 4, children: marked(field, String(line)) };
  return value === '' ? [heading] : [heading, { type: 'paragraph', children: text(value) }];
}

/** Neighbors of one scope together, in their order. */
function runs(indicators: Indicator[]): Indicator[][] {
  const result: Indicator[][] = [];
  for (const indicator of indicators) {
    const run = result.at(-1);
    if (run?.[0]?.scope === indicator.scope) run.push(indicator);
    else result.push([indicator]);
  }
  return result;
}

function writeIndicators(run: Indicator[]): RootContent[] {
  const rows = run.map(({ level1, level2, name, value, line, undecided }): PhrasingContent[][] => [
    ...[level1 ?? '', level2 ?? '', name].map(text),
    undecided === undefined ? text(value) : marked(value, writeJson({ undecided })),
    text(String(line)),
  ]);
  const title = `${run[0]?.scope}${indicatorTitle}`;
  return [
    { type: 'heading', depth: 4, children: text(title) },
    grid(indicatorHeader, [false, false, false, false, true], rows),
  ];
}

/** Reads a project whose heading is the cursor's next block. */
export function readProject(cursor: Cursor): Project {
  const heading = readMarked(cursor.take('heading'));
  const [line, , number] = (heading.remark ?? '').split(' ');
  const list = cursor.take('list');
  const items = 'children' in list ? list.children.map(plainText) : [];
  const facts = new Map(items.map((item) => splitAt(item, item.indexOf('：'))));
  const fact = (name: string) => facts.get(name) ?? '';
  const moneyUnit = facts.get('金额单位') as MoneyUnit | undefined;
  const project: Project = {
    number: Number(number),
    name: heading.text,
    line: Number(line),
    sheets: fact('表页') === '' ? [] : fact('表页').split('、').map(readSheet),
    department: { code: fact('主管部门代码'), name: fact('主管部门') },
    unit: fact('实施单位'),
    attribute: fact('项目属性'),
    period: fact('项目期'),
    ...(moneyUnit ? { moneyUnit } : {}),
    funds:
      cursor.peek()?.type === 'table' ? bodyOf(cursor).map((row) => readFund(row, moneyUnit ?? '元')) : [],
    texts: [],
    indicators: [],
    timestamp: fact('填报日期'),
  };
  while (cursor.atHeading(4)) {
    const { text: title, remark } = readMarked(cursor.take('heading'));
    if (remark === null) {
      const scope = title.replace(indicatorTitle, '') as Indicator['scope'];
      project.indicators.push(...bodyOf(cursor).map((row) => readIndicator(row, scope)));
    } else {
      const value = cursor.peek()?.type === 'paragraph' ? plainText(cursor.take('paragraph')) : '';
      project.texts.push({ field: title as ProjectText['field'], text: value, line: Number(remark) });
    }
  }
  return project;
}

function splitAt(item: string, index: number): [string, string] {
  return [item.slice(0, index), item.slice(index + 1)];
}

function readSheet(printed: string): { first: number; last: number } {
  const [first, last] = printed.split('–');
  return { first: Number(first), last: Number(last) };
}

function bodyOf(cursor: Cursor): TableRow[] {
  const table = cursor.take('table');
  return table.type === 'table' ? table.children.slice(1) : [];
}

function readFund(row: TableRow, unit: MoneyUnit): FundLine {
  const [source, total, annual, line] = row.children;
  if (!source || !total || !annual || !line) throw new Error('资金来源的一行不足 4 格');
  return {
    source: plainText(source) as FundLine['source'],
    total: readCell(total, 'amount', unit) as FundLine['total'],
    annual: readCell(annual, 'amount', unit) as FundLine['annual'],
    line: Number(plainText(line)),
  };
}

function readIndicator(row: TableRow, scope: Indicator['scope']): Indicator {
  const [level1, level2, name = '', , line] = row.children.map(plainText);
  const { text: value, remark } = readMarked(row.children[3] as TableCell);
  return {
    scope,
    level1: (level1 || null) as Indicator['level1'],
    level2: (level2 || null) as Indicator['level2'],
    name,
    value,
    line: Number(line),
    ...(remark === null ? {} : (JSON.parse(remark) as Pick<Indicator, 'undecided'>)),
  };
}
