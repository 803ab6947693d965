import { yuanOf } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { FundLine, Project, ProjectText } from '../../schema/project.ts';
import type { SourceLine } from '../source-line.ts';
import { type FormRow, plain } from './cells-of.ts';
import { type FormRegion, findFormLike, findForms, findSheets, type Sheet } from './find-forms.ts';
import type { LeftOut } from './list-entry.ts';
import { readFoot, type SheetFoot } from './read-foot.ts';
import { readFunds } from './read-funds.ts';
import { readHead, type SheetHead } from './read-head.ts';
import { readIndicators } from './read-indicators.ts';
import { faultOfText, readTexts } from './read-texts.ts';
import { type SheetParts, splitSheet } from './split-sheet.ts';

export { findForms, isFormLine, isFormTitle } from './find-forms.ts';

/** All that the forms of a document say. */
export interface ParsedForms {
  projects: Project[];
  findings: ConversionFinding[];
  /** Lines that were read as forms. */
  used: FormRegion[];
  /** Lines outside of the used ones that look like a form but were not read as one; to be kept as text or table. */
  unread: SourceLine[];
  /** Printed cells that are in no project, each with its reason. */
  leftOut: LeftOut[];
}

interface ReadSheet {
  sheet: Sheet;
  parts: SheetParts;
  head: SheetHead;
  foot: SheetFoot;
  funds: FundLine[];
  texts: ProjectText[];
  findings: ConversionFinding[];
}

/**
 * Reads every 项目支出绩效目标表 in the lines as one project, sheets that continue each other joined. Lines that are
 * not of a form are passed over, so a whole document may be given. What could not be decided is a finding.
 */
export function parseForms(lines: SourceLine[]): ParsedForms {
  const found = findSheets(lines);
  const sheets = found.map(readSheet);
  const groups: ReadSheet[][] = [];
  for (const sheet of sheets) {
    const previous = groups.at(-1)?.at(-1);
    if (previous && continues(previous, sheet)) groups.at(-1)?.push(sheet);
    else groups.push([sheet]);
  }
  const findings: ConversionFinding[] = [];
  const leftOut: LeftOut[] = [];
  const projects = groups.map((group, index) => {
    const read = readProject(group, index + 1);
    findings.push(...read.findings);
    leftOut.push(...read.leftOut);
    return read.project;
  });
  const unread = findFormLike(lines, found);
  for (const [index, { line }] of unread.entries()) {
    if (unread[index - 1]?.line === line - 1) continue;
    findings.push({
      rule: 'form-unread',
      status: 'undecided',
      place: { line },
      message: '从本行起的表格像绩效目标表，但没有项目表头，未按项目读取，原文保留。',
    });
  }
  return { projects, findings, used: findForms(lines, found), unread, leftOut };
}

function readSheet(sheet: Sheet): ReadSheet {
  const parts = splitSheet(sheet);
  const funds = readFunds(parts.funds);
  const texts = readTexts(parts.texts);
  return {
    sheet,
    parts,
    head: readHead(parts.head),
    foot: readFoot(parts.foot),
    funds: funds.funds,
    texts: texts.texts,
    findings: [...funds.findings, ...texts.findings],
  };
}

/** Whether a sheet goes on with the project of the sheet before it, repeating its head. */
function continues(previous: ReadSheet, sheet: ReadSheet): boolean {
  if (plain(previous.head.name) !== plain(sheet.head.name)) return false;
  if (previous.foot.present)
    return (
      sheet.foot.timestamp !== '' &&
      previous.foot.timestamp === sheet.foot.timestamp &&
      sameFunds(previous, sheet)
    );
  return sameFunds(previous, sheet);
}

function sameFunds(a: ReadSheet, b: ReadSheet): boolean {
  const totals = (sheet: ReadSheet) => {
    const line = sheet.funds.find((fund) => fund.source === '合计');
    return [yuanOf(line?.total), yuanOf(line?.annual)];
  };
  const [one, other] = [totals(a), totals(b)];
  return one.every(
    (yuan, index) => yuan === undefined || other[index] === undefined || yuan === other[index],
  );
}

function readProject(
  group: ReadSheet[],
  number: number,
): { project: Project; findings: ConversionFinding[]; leftOut: LeftOut[] } {
  const first = group[0] as ReadSheet;
  const last = group.at(-1) as ReadSheet;
  const rows = indicatorRows(group);
  const read = readIndicators(rows.kept, singleScopeOf(first));
  const findings = [...first.findings, ...rows.findings, ...read.findings];
  const leftOut = [...rows.leftOut, ...read.leftOut];
  for (const sheet of group.slice(1)) {
    for (const row of [...sheet.parts.head, ...sheet.parts.funds, ...sheet.parts.texts]) {
      for (const cell of row.cells)
        leftOut.push({ line: row.line, text: cell.text, reason: '续页重复的表头' });
    }
  }
  for (const text of first.texts) {
    const fault = faultOfText(text.text);
    if (fault)
      findings.push({
        rule: 'text-cut',
        status: 'note',
        place: { line: text.line },
        message: `「${text.field}」${fault}。`,
      });
  }
  if (group.length > 1) {
    findings.push({
      rule: 'sheets-joined',
      status: 'decided',
      place: { line: first.sheet.first },
      message: `「${first.head.name}」分印在 ${group.length} 页，名称、金额相同而前页没有表尾，合为一个项目。`,
    });
  }
  if (!last.foot.present) {
    findings.push({
      rule: 'form-cut',
      status: 'note',
      place: { line: last.sheet.last },
      message: `「${first.head.name}」的绩效目标表没有印到表尾，后面的指标可能缺失。`,
    });
  } else if (!last.foot.timestamp && last.foot.unread) {
    findings.push({
      rule: 'timestamp-unread',
      status: 'note',
      place: { line: last.foot.line },
      message: '填报日期不是完整的 14 位时间，未采用。',
    });
  }
  const project: Project = {
    number,
    name: first.head.name,
    line: first.head.line,
    sheets: group.map(({ sheet }) => ({ first: sheet.first, last: sheet.last })),
    department: first.head.department,
    unit: first.head.unit,
    attribute: first.head.attribute,
    period: first.head.period,
    funds: first.funds,
    texts: first.texts,
    indicators: read.indicators,
    timestamp: last.foot.timestamp,
  };
  for (const finding of findings) finding.place = { project: number, ...finding.place };
  return { project, findings, leftOut };
}

/** Rows of the lists of all sheets; a row that a later sheet prints once more word for word counts once. */
function indicatorRows(group: ReadSheet[]): {
  kept: FormRow[];
  findings: ConversionFinding[];
  leftOut: LeftOut[];
} {
  const kept: FormRow[] = [];
  const findings: ConversionFinding[] = [];
  const leftOut: LeftOut[] = [];
  const seen = new Map<string, number>();
  for (const { parts } of group) {
    const own: [string, number][] = [];
    for (const row of parts.indicators) {
      const key = row.cells.map((cell) => plain(cell.text)).join('|');
      const before = seen.get(key);
      const isIndicator = row.cells.length >= 4 && row.cells.some((cell) => /\d|[≥≤]/.test(cell.text));
      own.push([key, row.line]);
      if (before === undefined || !isIndicator) {
        kept.push(row);
        continue;
      }
      for (const cell of row.cells)
        leftOut.push({ line: row.line, text: cell.text, reason: `与前页行 ${before} 重复` });
      findings.push({
        rule: 'row-repeated',
        status: 'decided',
        place: { line: row.line },
        message: `本行与前页行 ${before} 逐字相同，只计一次。`,
      });
    }
    for (const [key, line] of own) seen.set(key, line);
  }
  return { kept, findings, leftOut };
}

/** Scope of a single list of indicators: that of the only goal which the form states. */
function singleScopeOf(sheet: ReadSheet): '实施期' | '年度' {
  const goals = sheet.texts.filter((text) => text.field.endsWith('总体目标')).map((text) => text.field);
  return goals.length === 1 && goals[0] === '实施期总体目标' && !sheet.funds.some((fund) => fund.annual)
    ? '实施期'
    : '年度';
}
