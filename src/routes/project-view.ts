import { isRead, type MoneyUnit, type ReadFigure } from '../schema/figure.ts';
import type { FundLine, FundSource, Indicator, Project, ProjectText } from '../schema/project.ts';
import { roundedOff } from '../schema/read-figure.ts';
import { formatShare, formatShort, formatYuan } from './format-money.ts';
import type { LineAnchors } from './line-anchors.ts';
import type { Remark, Remarks } from './remark.ts';

/** One source of a project's money, of the year; `period` where the whole period's amount differs. */
export interface FundView {
  source: FundSource;
  /** `47,629,200 元`, or what was printed where it could not be read. */
  amount: string;
  share?: string | undefined;
  period?: string | undefined;
  undecided?: string | undefined;
  line: number;
  /** Whether the line's anchor stands here. */
  anchor: boolean;
}

/** One or more text fields of equal content. */
export interface TextView {
  /** `项目概况、项目实施计划` */
  title: string;
  text: string;
  line: number;
  /** Lines of all its fields whose anchors stand here. */
  anchors: number[];
  /** Long texts are folded behind their beginning. */
  long: boolean;
}

/** A target: a 三级指标 with its value for the year and, where it differs, for the period. */
export interface TargetView {
  name: string;
  value: string;
  /** What could not be decided, of the year's or the period's printing. */
  undecided?: string | undefined;
  /** Value over the whole period where it is not the year's; `null` where the period has no such target. */
  period?: string | null | undefined;
  line: number;
  /** Lines of the year's and the period's printing whose anchors stand here. */
  anchors: number[];
}

export interface TargetGroup {
  level1: string;
  groups: { level2: string; targets: TargetView[] }[];
}

export interface ProjectView {
  /** `p12` */
  id: string;
  number: number;
  name: string;
  line: number;
  anchor: boolean;
  /** Lines of the form that stand nowhere else on the card. */
  anchorsAbove: number[];
  lines: { first: number; last: number }[];
  /** `4,762.92 万元`, or `''` where no total is printed. */
  money: string;
  /** Year's total in yuan, for ordering and shares. */
  yuan: number | undefined;
  /** Whole period, where it is not the year's. */
  period: string;
  funds: FundView[];
  /** Sources in one clause: `全部来自省级`. */
  from: string;
  facts: { name: string; value: string }[];
  texts: TextView[];
  targets: TargetGroup[];
  targetCount: number;
  /** Some target of the period is not the year's. */
  periodDiffers: boolean;
  filed: string;
  remarks: Remark[];
}

const longText = 90;
const sourceNames: Record<FundSource, string> = {
  合计: '合计',
  财政拨款: '财政拨款',
  中央: '中央财政',
  省级: '省级财政',
  市县: '市县（区）财政',
  上年结转: '上年结转',
  自筹: '单位自筹',
  其他: '其他资金',
};

/** Makes a project ready to be drawn as a card that says how much, from whom, for what, and what was promised. */
export function projectView(project: Project, anchors: LineAnchors, remarks: Remarks): ProjectView {
  const total = project.funds.find((fund) => fund.source === '合计');
  const yuan = isRead(total?.annual)
    ? total.annual.yuan
    : isRead(total?.total)
      ? total.total.yuan
      : undefined;
  const funds = project.funds
    .filter((fund) => fund.source !== '合计')
    .flatMap((fund) => fundView(fund, yuan, project.moneyUnit ?? '元', anchors));
  const anchor = anchors.take(project.line);
  const texts = textViews(project.texts, anchors);
  const targets = targetGroups(project.indicators, anchors);
  const anchorsAbove = linesOf(project).filter((line) => anchors.take(line));
  return {
    id: `p${project.number}`,
    number: project.number,
    name: project.name,
    line: project.line,
    anchor,
    anchorsAbove,
    lines: project.sheets,
    money: yuan === undefined ? '' : formatShort(yuan),
    yuan,
    period: periodTotal(total),
    funds,
    from: sourceClause(project.funds, yuan),
    facts: [
      { name: '实施单位', value: project.unit },
      {
        name: '主管部门',
        value: [project.department.code, project.department.name].filter(Boolean).join(' '),
      },
      { name: '项目属性', value: project.attribute },
      { name: '项目期', value: project.period },
    ].filter((fact) => fact.value),
    texts,
    targets,
    targetCount: targets
      .flatMap((group) => group.groups)
      .reduce((sum, group) => sum + group.targets.length, 0),
    periodDiffers: targets.some(({ groups }) =>
      groups.some((group) => group.targets.some((target) => target.period !== undefined)),
    ),
    filed: project.timestamp.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3'),
    remarks: [
      ...remarks.takeOf('project', project.number),
      ...project.sheets.flatMap(({ first, last }) => remarks.takeRange(first, last)),
    ],
  };
}

/** Lines whose figures are not listed (the total, blanks, zeros): their anchors stand at the head of the card. */
function linesOf(project: Project): number[] {
  return [...project.funds, ...project.texts, ...project.indicators].map(({ line }) => line);
}

function fundView(
  fund: FundLine,
  whole: number | undefined,
  unit: MoneyUnit,
  anchors: LineAnchors,
): FundView[] {
  const figure = fund.annual ?? fund.total;
  if (!figure) return [];
  if (!isRead(figure)) {
    const { source, line } = fund;
    const anchor = anchors.take(line);
    return [{ source, amount: figure.printed, undecided: figure.undecided, line, anchor }];
  }
  const period = isRead(fund.total) && fund.total.yuan !== figure.yuan ? fund.total : undefined;
  if (figure.yuan === 0 && !period) return [];
  return [
    {
      source: fund.source,
      amount: amountOf(figure, unit),
      share: whole ? formatShare(figure.yuan, whole) : undefined,
      period: period && amountOf(period, unit),
      line: fund.line,
      anchor: anchors.take(fund.line),
    },
  ];
}

/** A form's amount in its unit; as it is printed, but for whole yuan. */
function amountOf(figure: ReadFigure, unit: MoneyUnit): string {
  const isWhole = unit === '元' && roundedOff(figure, unit) === 0;
  return `${isWhole ? formatYuan(figure.yuan) : figure.printed} ${unit}`;
}

function sourceClause(funds: FundLine[], whole: number | undefined): string {
  const paid = funds.flatMap((fund) => {
    const figure = fund.annual ?? fund.total;
    return fund.source !== '合计' && isRead(figure) && figure.yuan > 0
      ? [{ ...fund, yuan: figure.yuan }]
      : [];
  });
  if (paid.length === 0) return '';
  const [only] = paid;
  if (paid.length === 1 && only) {
    return only.yuan === whole ? `全部来自${sourceNames[only.source]}` : `来自${sourceNames[only.source]}`;
  }
  return `来自${paid.map((fund) => sourceNames[fund.source]).join('、')}`;
}

function periodTotal(total: FundLine | undefined): string {
  if (!isRead(total?.total) || !isRead(total?.annual)) return '';
  return total.total.yuan === total.annual.yuan ? '' : formatShort(total.total.yuan);
}

/** Fields that repeat the same text are shown once, under all their names. */
function textViews(texts: ProjectText[], anchors: LineAnchors): TextView[] {
  const byText = Map.groupBy(
    texts.filter((text) => text.text),
    (text) => text.text.replaceAll(/[\s。；;.]+$/g, ''),
  );
  return [...byText.values()].map((same) => {
    const [first] = same as [ProjectText];
    return {
      title: same.map((text) => text.field).join('、'),
      text: first.text,
      line: first.line,
      anchors: same.map((text) => text.line).filter((line) => anchors.take(line)),
      long: first.text.length > longText,
    };
  });
}

/** The tree 一级 → 二级 → 三级 of the year's targets, with the period's where they are other ones. */
function targetGroups(indicators: Indicator[], anchors: LineAnchors): TargetGroup[] {
  const year = indicators.filter((one) => one.scope === '年度');
  const period = indicators.filter((one) => one.scope === '实施期');
  const single = year.length === 0 || period.length === 0;
  const left = single ? [] : [...period];
  const own = (...lines: number[]) => lines.filter((line) => anchors.take(line));
  const shown = (year.length ? year : period).map((one) => {
    const twin = takeTwin(left, one);
    const { value, line } = one;
    const name = twin && twin.name.length > one.name.length ? twin.name : one.name;
    const undecided = one.undecided ?? twin?.undecided;
    const target = { name, value, undecided, line, anchors: own(line, twin?.line ?? line) };
    const differs = !single && twin?.value !== value;
    return { path: pathOf(one), target: differs ? { ...target, period: twin?.value ?? null } : target };
  });
  const only = left.map((one) => {
    const { name, value, undecided, line } = one;
    const target = { name, value: '', undecided, period: value, line, anchors: own(line) };
    return { path: pathOf(one), target };
  });
  return nest([...shown, ...only]);
}

function pathOf({ level1, level2 }: Indicator): string {
  return `${level1 ?? ''}\t${level2 ?? ''}`;
}

/**
 * Takes the period's target that is the year's: the same name in the same place of the tree, or a name that the
 * narrower column cut off, with the same value.
 */
function takeTwin(period: Indicator[], one: Indicator): Indicator | undefined {
  const near = (other: Indicator) => pathOf(other) === pathOf(one);
  const cut = (a: string, b: string) =>
    a.length >= 3 && b.length >= 3 && (a.startsWith(b) || b.startsWith(a));
  const exact = period.findIndex((other) => near(other) && other.name === one.name);
  const index =
    exact >= 0
      ? exact
      : period.findIndex((other) => near(other) && other.value === one.value && cut(other.name, one.name));
  return index < 0 ? undefined : period.splice(index, 1)[0];
}

function nest(shown: { path: string; target: TargetView }[]): TargetGroup[] {
  const groups: TargetGroup[] = [];
  for (const { path, target } of shown) {
    const [level1 = '', level2 = ''] = path.split('\t');
    let first = groups.find((group) => group.level1 === level1);
    if (!first) {
      first = { level1, groups: [] };
      groups.push(first);
    }
    let second = first.groups.find((group) => group.level2 === level2);
    if (!second) {
      second = { level2, targets: [] };
      first.groups.push(second);
    }
    second.targets.push(target);
  }
  return groups;
}
