import { bareLabel } from '../charts/read/bare-label.ts';
import { dropProjectTotals } from '../charts/read/drop-project-totals.ts';
import { isBodyCode } from '../charts/read/is-body-code.ts';
import { rowAnchor } from '../schema/row-anchor.ts';
import type { ComparedSide, CompareRow, CompareSection } from './compare-page.ts';
import { differenceOf } from './difference-of.ts';
import { formatWan } from './format-money.ts';
import { lineTotals, type Total } from './key-figures.ts';

/** An amount of one side, and where it stands. */
interface Detail {
  name: string;
  yuan: number;
  /** `''` for the sum of several rows. */
  anchor: string;
}

/** One thing on all sides; undefined where a side does not have it. */
interface Matched {
  name: string;
  level: number;
  details: (Detail | undefined)[];
}

/**
 * Sets what stands below the totals side by side: spending by 类, 款 and 项, basic spending by economic item, and, where
 * all are of one body, its projects by name.
 */
export function compareDetails(sides: ComparedSide[]): CompareSection[] {
  const ofOneBody = new Set(sides.map(({ id }) => id.slice(0, id.lastIndexOf('/')))).size === 1;
  const projects = sides.map((side) => projectsOf(side, 12));
  const carried = sides.map((side) => projectsOf(side, 13));
  const note = '按名称对应，名称里的年份不计；同名的先对应金额相同的';
  return [
    section(sides, '支出功能：类、款、项', '取自表三，按科目编码对应', matchFunctions(sides)),
    section(sides, '基本支出经济科目', '取自表六，按科目名称对应', matchEconomic(sides)),
    ...(ofOneBody
      ? [
          section(sides, '项目', note, matchProjects(projects)),
          section(sides, '上年结转的项目', note, matchProjects(carried)),
        ]
      : []),
  ];
}

function section(sides: ComparedSide[], title: string, note: string, matched: Matched[]): CompareSection {
  const rows = matched.map(
    ({ name, level, details }): CompareRow => ({
      name,
      level,
      cells: details.map((detail) => ({
        text: detail ? formatWan(detail.yuan) : '',
        share: '',
        bar: 0,
        anchor: detail?.anchor ?? '',
      })),
      difference: differenceOf(details.map((detail) => detail?.yuan)) || onlyOn(sides, details),
    }),
  );
  return { title, unit: '万元', note, rows };
}

/** Of two, which one lists it; of two years of a body, whether it came or went. */
function onlyOn(sides: ComparedSide[], details: (Detail | undefined)[]): string {
  const [a, b] = sides;
  if (!a || !b || sides.length !== 2) return '';
  const inFirst = details[0] !== undefined;
  if (a.unit !== b.unit || a.year === b.year) return inFirst ? '只列于前者' : '只列于后者';
  return inFirst === a.year > b.year ? '新列' : '不再列';
}

/** Rows of one side that have one key are one amount; where they are several it has no row of its own. */
function addUp(rows: { key: string; name: string; item: Total }[]): Map<string, Detail> {
  const sums = new Map<string, Detail>();
  for (const { key, name, item } of rows) {
    const known = sums.get(key);
    const anchor = known ? '' : rowAnchor(item.line, item.side);
    sums.set(key, { name, yuan: (known?.yuan ?? 0) + item.yuan, anchor });
  }
  return sums;
}

function matchFunctions(sides: ComparedSide[]): Matched[] {
  const lists = sides.map(({ rows }) =>
    addUp(
      lineTotals(rows, 3).flatMap((item) => {
        const code = item.code.replace(/\D/g, '');
        const isFunction = [3, 5, 7].includes(code.length) && !isBodyCode(code, item.label);
        return isFunction ? [{ key: code, name: bareLabel(item.label), item }] : [];
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
      lineTotals(rows, 6).map((item) => {
        const name = bareLabel(item.label);
        const opens = economicGroup.test(name) || /[合总]计$/.test(name);
        if (opens) group = name;
        return { key: opens ? name : `${group}/${name}`, name, item };
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

/** The projects of table 十二 (or 十三); those of the forms where table 十二 names none. */
function projectsOf({ unit, kind, rows, forms = [] }: ComparedSide, table: 12 | 13): Detail[] {
  const lines = lineTotals(rows, table).map((item) => ({
    name: item.label,
    yuan: item.yuan,
    anchor: rowAnchor(item.line, item.side),
  }));
  const { projects } = dropProjectTotals(lines, { unit, kind });
  return projects.length === 0 && table === 12 ? forms : projects;
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
  const open = lists.map((list) => [...list].sort((a, b) => b.yuan - a.yuan));
  const rows: (Detail | undefined)[][] = [];
  for (const { yuan } of [...(open[0] ?? [])]) {
    const alike = open.map((list) => list.findIndex((one) => one.yuan === yuan));
    if (alike.every((index) => index >= 0))
      rows.push(open.map((list, i) => list.splice(alike[i] as number, 1)[0]));
  }
  const most = Math.max(...open.map((list) => list.length));
  for (let i = 0; i < most; i++) rows.push(open.map((list) => list[i]));
  return rows;
}
