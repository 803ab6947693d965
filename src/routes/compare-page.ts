import { rowAnchor } from '../schema/row-anchor.ts';
import { compareDetails } from './compare-details.ts';
import { differenceOf } from './difference-of.ts';
import type { FigureRow } from './figure-row.ts';
import type { FormProject } from './form-projects.ts';
import { formatShare, formatWan } from './format-money.ts';
import { type Item, keyFigures } from './key-figures.ts';

/** A disclosure that can be compared, as the list of them says. */
export interface Candidate {
  /** `<unit slug>/<year>` */
  id: string;
  unit: string;
  year: number;
  kind: '部门' | '单位';
  /** People in post, where the text says so. */
  staff?: number | undefined;
}

/** One figure of one disclosure in a comparison. */
export interface CompareCell {
  /** `4,000.75`, or `''` where the document does not say. */
  text: string;
  /** Of the whole that the section is about: `27.06%`. */
  share: string;
  /** Length of the bar, 0 to 1, against the largest figure of the section. */
  bar: number;
  /** Anchor of the row that the figure stands in; `''` where it was computed. */
  anchor: string;
}

export interface CompareRow {
  name: string;
  /** 1–3: depth in a classification, for indentation; 0 where rows have none. */
  level: number;
  cells: CompareCell[];
  /** Of two: how much the first is above or below the second. */
  difference: string;
}

export interface CompareSection {
  title: string;
  unit: string;
  note: string;
  rows: CompareRow[];
}

/** Disclosures side by side. */
export interface Comparison {
  heads: { id: string; unit: string; year: number }[];
  sections: CompareSection[];
}

/** A disclosure to be compared. */
export interface ComparedSide extends Candidate {
  rows: FigureRow[];
  /** Projects of the forms, for a text without a table of projects. */
  forms?: FormProject[];
}

/** Sets disclosures side by side: totals, sources, functions, 三公, what people in post cost a head, and the details. */
export function compare(sides: ComparedSide[]): Comparison {
  const figures = sides.map((side) => keyFigures(side.rows));
  const wholes = figures.map((one) => one.spending?.yuan ?? one.income?.yuan);
  const named = (name: string, pick: (one: (typeof figures)[number]) => Item | undefined) => ({
    name,
    items: figures.map(pick),
  });
  const sections = [
    section('收支总量', '', [
      named('收入总计', (one) => one.income),
      named('本年收入', (one) => one.incomeOfYear),
      named('上年结转', (one) => one.carriedOver),
      named('支出总计', (one) => one.spending),
      named('基本支出', (one) => one.basic),
      named('项目支出', (one) => one.project),
    ]),
    section('钱从哪里来', '百分数是占收入总计的比重', union(figures.map((one) => one.sources)), {
      wholes: figures.map((one) => one.income?.yuan),
    }),
    section('花在哪些事上', '百分数是占支出总计的比重', union(figures.map((one) => one.functions)), {
      wholes,
    }),
    section('“三公”经费与机关运行', '', [
      named('“三公”经费合计', (one) => one.official),
      ...union(figures.map((one) => one.officialParts)),
      named('机关运行经费', (one) => one.operating),
    ]),
    perHead(sides, figures),
    ...compareDetails(sides),
  ];
  return {
    heads: sides.map(({ id, unit, year }) => ({ id, unit, year })),
    sections: sections.filter((one) => one.rows.length > 0),
  };
}

interface Named {
  name: string;
  items: (Item | undefined)[];
}

/** The items of all sides by name, the largest first. */
function union(lists: Item[][]): Named[] {
  const names = [...new Set(lists.flat().map((item) => item.name))];
  return names
    .map((name) => ({ name, items: lists.map((list) => list.find((item) => item.name === name)) }))
    .sort((a, b) => largest(b) - largest(a));
}

function largest({ items }: Named): number {
  return Math.max(0, ...items.map((item) => Math.abs(item?.yuan ?? 0)));
}

function section(
  title: string,
  note: string,
  named: Named[],
  { wholes = [] }: { wholes?: (number | undefined)[] } = {},
): CompareSection {
  const known = named.filter(({ items }) => items.some(Boolean));
  const most = Math.max(1, ...known.map(largest));
  const rows = known.map(({ name, items }) => ({
    name,
    level: 0,
    cells: items.map((item, i) => {
      const whole = wholes[i];
      return {
        text: item ? formatWan(item.yuan) : '',
        share: item && whole ? (formatShare(item.yuan, whole) ?? '') : '',
        bar: item ? Math.max(0, item.yuan) / most : 0,
        anchor: item ? rowAnchor(item.line, item.side) : '',
      };
    }),
    difference: differenceOf(items.map((item) => item?.yuan)),
  }));
  return { title, unit: '万元', note, rows };
}

/** 工资福利支出 divided by the people in post; only where the text says how many they are. */
function perHead(sides: ComparedSide[], figures: ReturnType<typeof keyFigures>[]): CompareSection {
  const costs = sides.map((side, i) => {
    const wages = figures[i]?.wages?.yuan;
    // To hundredths of 万元, like every other figure here.
    return side.staff && wages ? Math.round(wages / side.staff / 100) * 100 : undefined;
  });
  const rows: CompareRow[] = [];
  if (costs.some((cost) => cost !== undefined)) {
    const most = Math.max(1, ...costs.map((cost) => cost ?? 0));
    rows.push({
      name: '在职人数',
      level: 0,
      cells: sides.map(({ staff }) => ({ text: staff ? `${staff} 人` : '', share: '', bar: 0, anchor: '' })),
      difference: '',
    });
    rows.push({
      name: '人均工资福利支出',
      level: 0,
      cells: costs.map((cost) => ({
        text: cost === undefined ? '' : formatWan(cost),
        share: '',
        bar: (cost ?? 0) / most,
        anchor: '',
      })),
      difference: differenceOf(costs),
    });
  }
  const note = '工资福利支出除以原文写明的在职人数；没有写明人数的不算';
  return { title: '人员', unit: '万元', note, rows };
}

/** What an address asks to compare: the values of a, b, c …, each once, at most `limit`. */
export function askedIds(query: string, limit = 4): string[] {
  const params = new URLSearchParams(query);
  return [...new Set([...'abcdefgh'].flatMap((name) => params.get(name)?.trim() || []))].slice(0, limit);
}
