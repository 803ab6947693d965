import { bareLabel } from '../charts/read/bare-label.ts';
import { dropProjectTotals } from '../charts/read/drop-project-totals.ts';
import { isBodyCode } from '../charts/read/is-body-code.ts';
import { bodySlug } from '../schema/body-slug.ts';
import { rowAnchor } from '../schema/row-anchor.ts';
import type { ComparedSide, CompareRow, CompareSection } from './compare-page.ts';
import { differenceOf } from './difference-of.ts';
import type { FigureRow } from './figure-row.ts';
import { formatWan } from './format-money.ts';
import { totalRows } from './key-figures.ts';

/** An amount of one side, and where it stands. */
interface Detail {
  name: string;
  /** Missing where it cannot be decided, or is blank. */
  yuan?: number | undefined;
  /** What is printed in the place of a value. */
  printed: string;
  /** `''` for the sum of several rows. */
  anchor: string;
}

/** One thing on all sides; undefined where a side does not have it. */
interface Matched {
  name: string;
  level: number;
  details: (Detail | undefined)[];
}

/** What stands in the place of names and amounts of one line. */
interface Line {
  key: string;
  name: string;
  row: FigureRow;
}

/**
 * Sets what stands below the totals side by side: spending by 类, 款 and 项, basic spending by economic item, and, where
 * all are of one body, whatever it calls its text, its projects by name.
 */
export function compareDetails(sides: ComparedSide[]): CompareSection[] {
  const ofOneBody = new Set(sides.map(({ id }) => bodySlug(id.slice(0, id.lastIndexOf('/'))))).size === 1;
  return [
    section(
      sides,
      '支出功能：类、款、项',
      '取自表三，按科目编码对应',
      matchFunctions(sides),
      listedIn(sides, 3),
    ),
    section(sides, '基本支出经济科目', '取自表六，按科目名称对应', matchEconomic(sides), listedIn(sides, 6)),
    ...(ofOneBody ? projectSections(sides) : []),
  ];
}

/** Whether table 十二 names the projects; else those of the forms are compared. */
export function namesProjects(side: ComparedSide): boolean {
  return projectsOf(side, 12).length > 0;
}

/** Projects of this year's money and of carried-over money; of forms nothing tells which, so that both are one list. */
function projectSections(sides: ComparedSide[]): CompareSection[] {
  const note = '按名称对应，名称里的年份不计；同名的先对应金额相同的';
  const [annual, carried] = ([12, 13] as const).map((table) => sides.map((side) => projectsOf(side, table)));
  const inForms = sides.filter((side) => side.forms && side.forms.length > 0 && !namesProjects(side));
  if (!annual || !carried || inForms.length === 0) {
    const listed = listedIn(sides, 12, 13);
    return [
      section(sides, '项目', note, matchProjects(annual ?? []), listed),
      section(sides, '上年结转的项目', note, matchProjects(carried ?? []), listed),
    ];
  }
  const lists = sides.map((side, i) =>
    inForms.includes(side)
      ? (side.forms ?? []).map((form): Detail => form)
      : [...(annual[i] ?? []), ...(carried[i] ?? [])],
  );
  const years = inForms.map(({ year }) => year).join('、');
  const source = `${years} 年的文本没有逐项的项目支出表，取自绩效目标表；上年结转的项目一并列入`;
  const listed = lists.map((list) => list.length > 0);
  return [section(sides, '项目', `${note}。${source}`, matchProjects(lists), listed)];
}

/** Of each side, whether one of the tables has a figure: what is not listed in a table that is not there may well be. */
function listedIn(sides: ComparedSide[], ...tables: number[]): boolean[] {
  return sides.map(({ rows }) => rows.some(({ table }) => tables.includes(table)));
}

function section(
  sides: ComparedSide[],
  title: string,
  note: string,
  matched: Matched[],
  listed: boolean[],
): CompareSection {
  const rows = matched.map(
    ({ name, level, details }): CompareRow => ({
      name,
      level,
      cells: details.map((detail) => ({
        text: detail ? textOf(detail) : '',
        share: '',
        bar: 0,
        anchor: detail?.anchor ?? '',
      })),
      difference:
        differenceOf(details.map((detail) => detail?.yuan)) ||
        (listed.every(Boolean) ? onlyOn(sides, details) : ''),
    }),
  );
  return { title, unit: '万元', note, rows };
}

function textOf({ yuan, printed }: Detail): string {
  if (yuan !== undefined) return formatWan(yuan);
  return printed ? `${printed}（无法确认）` : '未写明';
}

/** Of two, which one lists it; of two years of a body, whether it came or went. */
function onlyOn(sides: ComparedSide[], details: (Detail | undefined)[]): string {
  const [a, b] = sides;
  if (!a || !b || sides.length !== 2 || details.every(Boolean)) return '';
  const inFirst = details[0] !== undefined;
  if (a.unit !== b.unit || a.year === b.year) return inFirst ? '只列于前者' : '只列于后者';
  return inFirst === a.year > b.year ? '新列' : '不再列';
}

/** Rows of one side that have one key are one amount; where they are several it has no row of its own. */
function addUp(lines: Line[]): Map<string, Detail> {
  const sums = new Map<string, Detail>();
  for (const { key, name, row } of lines) {
    const one = detailOf(row, name);
    const known = sums.get(key);
    sums.set(key, known ? sumOf(known, one) : one);
  }
  return sums;
}

function sumOf(a: Detail, b: Detail): Detail {
  const yuan = a.yuan === undefined || b.yuan === undefined ? undefined : a.yuan + b.yuan;
  return { name: b.name, yuan, printed: a.printed || b.printed, anchor: '' };
}

function detailOf({ yuan, printed, line, side }: FigureRow, name: string): Detail {
  return { name, yuan, printed: yuan === undefined ? printed : '', anchor: rowAnchor(line, side) };
}

function labelOf({ label, code }: FigureRow): string {
  return (label || code).replaceAll(/\s/g, '');
}

function matchFunctions(sides: ComparedSide[]): Matched[] {
  const lists = sides.map(({ rows }) =>
    addUp(
      totalRows(rows, 3).flatMap((row) => {
        const code = row.code.replace(/\D/g, '');
        const isFunction = [3, 5, 7].includes(code.length) && !isBodyCode(code, labelOf(row));
        return isFunction ? [{ key: code, name: bareLabel(labelOf(row)), row }] : [];
      }),
    ),
  );
  const codes = [...new Set(lists.flatMap((list) => [...list.keys()]))].sort();
  return codes.map((code) => ({
    name: `${code} ${firstName(lists, code)}`,
    level: (code.length - 1) / 2,
    details: lists.map((list) => list.get(code)),
  }));
}

/** 类 of the economic classification by departments: other names of table 六 are 款. */
const economicGroup =
  /^(工资福利支出|商品和服务支出|对个人和家庭的?补助|债务利息及费用支出|资本性支出|对企业补助|对社会保障基金补助|其他支出)/;

function matchEconomic(sides: ComparedSide[]): Matched[] {
  const lists = sides.map(({ rows }) => {
    let group = '';
    return addUp(
      totalRows(rows, 6).map((row) => {
        const name = bareLabel(labelOf(row));
        const opens = economicGroup.test(name) || /[合总]计$/.test(name);
        if (opens) group = name;
        return { key: opens ? name : `${group}/${name}`, name, row };
      }),
    );
  });
  const keys = [...new Set(lists.flatMap((list) => [...list.keys()]))];
  // What only a later side has stands with its group.
  const groups = [...new Set(keys.map((key) => key.split('/')[0] as string))];
  return groups
    .flatMap((group) => keys.filter((key) => key.split('/')[0] === group))
    .map((key) => ({
      name: firstName(lists, key),
      level: key.includes('/') ? 2 : 1,
      details: lists.map((list) => list.get(key)),
    }));
}

function firstName(lists: Map<string, Detail>[], key: string): string {
  return lists.find((list) => list.has(key))?.get(key)?.name ?? '';
}

/** The projects of table 十二 or 十三 in their order, without the lines that sum them up. */
function projectsOf({ unit, kind, rows }: ComparedSide, table: 12 | 13): Detail[] {
  // Lists mark a series behind the name of its body.
  const body = unit.replace(/（(?:部门|决算|部门决算)）$/, '').replace(/\s/g, '');
  const lines = totalRows(rows, table).map((row) => detailOf(row, labelOf(row)));
  const isKnown = (line: Detail): line is Detail & { yuan: number } => line.yuan !== undefined;
  const { projects } = dropProjectTotals(lines.filter(isKnown), { unit: body, kind });
  return lines.filter((line) => (isKnown(line) ? projects.includes(line) : line.name !== body));
}

function matchProjects(lists: Detail[][]): Matched[] {
  const byKey = lists.map((list) => Map.groupBy(list, ({ name }) => projectKey(name)));
  const keys = new Set(byKey.flatMap((list) => [...list.keys()]));
  const largest = ({ details }: Matched) => Math.max(...details.map((detail) => detail?.yuan ?? 0));
  return [...keys]
    .flatMap((key) => align(byKey.map((list) => list.get(key) ?? [])))
    .map((details) => ({ name: details.find(Boolean)?.name ?? '', level: 0, details }))
    .sort((a, b) => largest(b) - largest(a));
}

/** Names are compared without blanks, kinds of brackets and quotes, and the year that they are of. */
function projectKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s"'“”‘’()（）,，、.·\-—]/g, '')
    .replace(/(?:19|20)\d\d(?:年度?)?/g, '');
}

/** Projects of one name: first those that all sides print alike, then by size. */
function align(lists: Detail[][]): (Detail | undefined)[][] {
  const open = lists.map((list) => [...list].sort((a, b) => (b.yuan ?? 0) - (a.yuan ?? 0)));
  const rows: (Detail | undefined)[][] = [];
  for (const { yuan } of [...(open[0] ?? [])]) {
    const alike = open.map((list) => list.findIndex((one) => yuan !== undefined && one.yuan === yuan));
    if (alike.every((index) => index >= 0))
      rows.push(open.map((list, i) => list.splice(alike[i] as number, 1)[0]));
  }
  const most = Math.max(...open.map((list) => list.length));
  for (let i = 0; i < most; i++) rows.push(open.map((list) => list[i]));
  return rows;
}
