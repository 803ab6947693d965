import leven from 'leven';
import { type MoneyUnit, yuanOf } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { FundLine, Level2, ProjectField, ProjectText } from '../../schema/project.ts';
import { plain } from './cells-of.ts';
import type { SheetHead } from './read-head.ts';
import { readLevel2, usualLevels } from './read-level.ts';
import type { ReadSheet } from './read-sheet.ts';

/** Groups sheets that are one project: head and money repeated, the sheet before without a foot. */
export function groupSheets(sheets: ReadSheet[]): ReadSheet[][] {
  const groups: ReadSheet[][] = [];
  for (const sheet of sheets) {
    const group = groups.at(-1);
    if (group && continues(group, sheet)) group.push(sheet);
    else groups.push([sheet]);
  }
  return groups;
}

function continues(group: ReadSheet[], sheet: ReadSheet): boolean {
  const first = group[0] as ReadSheet;
  const previous = group.at(-1) as ReadSheet;
  const name = plain(sheet.head.name);
  if (previous.foot.present) {
    const { timestamp } = sheet.foot;
    const isSame = timestamp !== '' && timestamp === previous.foot.timestamp;
    return isSame && plain(first.head.name) === name && sameFunds(first, sheet) !== false;
  }
  if (isListComplete(previous) && restartsList(sheet, group)) return false;
  if (name === '') return sheet.funds.length === 0 || sameFunds(first, sheet) !== false;
  return (
    isSameName(plain(first.head.name), name, sameFunds(first, sheet) === 'known') &&
    sameFunds(first, sheet) !== false
  );
}

/** Whether the lists of a sheet reach the template's last level. */
export function isListComplete({ parts }: ReadSheet): boolean {
  return parts.indicators.some((row) =>
    row.cells.some(({ text }) => readLevel2(text) === usualLevels.at(-1)?.level2),
  );
}

/** Whether the lists of a sheet start again: with the level that began them, or with the template's first one. */
function restartsList(sheet: ReadSheet, group: ReadSheet[]): boolean {
  const words = group.flatMap(levelWords);
  const [first] = levelWords(sheet);
  return (
    first !== undefined && (first === words[0] || first === usualLevels[0]?.level2) && words.includes(first)
  );
}

function levelWords({ parts }: ReadSheet): Level2[] {
  return parts.indicators.flatMap((row) => row.cells.flatMap(({ text }) => readLevel2(text) ?? []));
}

/** Whether two names are the same; with equal money one misread or missing character in ten does not matter. */
function isSameName(a: string, b: string, isMoneyEqual: boolean): boolean {
  if (a === b) return true;
  if (!isMoneyEqual || Math.min(a.length, b.length) < 6) return false;
  if (a.startsWith(b) || b.startsWith(a)) return Math.abs(a.length - b.length) <= 3;
  return leven(a, b) <= Math.ceil(a.length / 10);
}

/** Whether the totals agree: `known` where at least one of them is printed, not zero, and equal. */
function sameFunds(a: ReadSheet, b: ReadSheet): false | 'known' | 'unknown' {
  const totals = ({ funds }: ReadSheet) => {
    const line = funds.find((fund) => fund.source === '合计');
    return [yuanOf(line?.total), yuanOf(line?.annual)];
  };
  const [one, other] = [totals(a), totals(b)];
  if (one.some((yuan, index) => yuan !== undefined && other[index] !== undefined && yuan !== other[index]))
    return false;
  return one.some((yuan, index) => yuan !== undefined && yuan > 0 && yuan === other[index])
    ? 'known'
    : 'unknown';
}

/** Head, money and texts of a project, each from the first sheet that prints it whole. */
export interface JoinedSheets {
  head: SheetHead;
  unit: MoneyUnit | null;
  funds: FundLine[];
  texts: ProjectText[];
  findings: ConversionFinding[];
}

/** Joins what the sheets of one project repeat. */
export function joinSheets(group: ReadSheet[]): JoinedSheets {
  const first = group[0] as ReadSheet;
  const findings: ConversionFinding[] = [];
  const money = group.find((sheet) => sheet.funds.length > 0 && sheet.fundFindings.length === 0) ?? first;
  if (money === first) findings.push(...first.fundFindings);
  else {
    const place = { line: money.funds[0]?.line ?? money.sheet.first };
    findings.push(
      decided('funds-of-later-sheet', place.line, '首页资金栏有错位或缺失，采用续页所印的资金栏。'),
    );
  }
  const texts = joinTexts(group, findings);
  const isAnnualPrinted = texts.some((text) => text.field === '年度总体目标');
  findings.push(...first.textFindings.filter(({ rule }) => rule !== 'goal-missing' || !isAnnualPrinted));
  return { head: joinHeads(group), unit: money.unit, funds: money.funds, texts, findings };
}

function joinHeads(group: ReadSheet[]): SheetHead {
  const head = { ...(group[0] as ReadSheet).head };
  for (const { head: later } of group.slice(1)) {
    if (head.name === '') [head.name, head.line] = [later.name, later.line];
    if (head.department.name === '') head.department = later.department;
    head.unit ||= later.unit;
    head.attribute ||= later.attribute;
    head.period ||= later.period;
  }
  return head;
}

const order: ProjectField[] = [
  '项目概况',
  '立项依据',
  '项目设立必要性',
  '保证项目实施的制度、措施',
  '项目实施计划',
  '实施期总体目标',
  '年度总体目标',
];

/** Each text from the first sheet that prints it, or from a later one where the first printing breaks off. */
function joinTexts(group: ReadSheet[], findings: ConversionFinding[]): ProjectText[] {
  return order.flatMap((field): ProjectText[] => {
    const printings = group.flatMap((sheet) => sheet.texts.filter((text) => text.field === field));
    const [first] = printings;
    if (!first) return [];
    const isFirst = group[0]?.texts.includes(first);
    const longer = printings.find(
      ({ text }) => text.length > first.text.length && plain(text).startsWith(plain(first.text)),
    );
    const chosen = longer ?? first;
    if (!isFirst || longer) {
      findings.push(
        decided('text-of-later-sheet', chosen.line, `「${field}」首页未印或没有印完，采用续页所印。`),
      );
    }
    return [chosen];
  });
}

function decided(rule: string, line: number, message: string): ConversionFinding {
  return { rule, status: 'decided', place: { line }, message };
}
