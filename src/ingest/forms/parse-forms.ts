import type { ConversionFinding } from '../../schema/finding.ts';
import type { FundLine, Project, ProjectText } from '../../schema/project.ts';
import type { SourceLine } from '../source-line.ts';
import { type FormRow, plain } from './cells-of.ts';
import {
  type FormRegion,
  findBareForms,
  findFormLike,
  findForms,
  findSheets,
  isTitleOfWholeBody,
} from './find-forms.ts';
import { findLists } from './find-lists.ts';
import { groupSheets, isListComplete, joinSheets } from './join-sheets.ts';
import type { LeftOut, Scope } from './list-entry.ts';
import { readIndicators } from './read-indicators.ts';
import { readList } from './read-list.ts';
import { printedUnit, type ReadSheet, readSheet } from './read-sheet.ts';
import { faultOfText } from './read-texts.ts';
import { type SheetParts, splitSheet } from './split-sheet.ts';
import { unfoldAlignedForms } from './unfold-aligned-forms.ts';
import { unrepeatSpans } from './unrepeat-spans.ts';

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

/**
 * Reads every 项目支出绩效目标表 in the lines as one project, sheets that continue each other joined. Lines that are
 * not of a form are passed over, so a whole document may be given. What could not be decided is a finding.
 *
 * @param received lines of the document, in order
 */
export function parseForms(received: SourceLine[]): ParsedForms {
  const bare = findBareForms(received);
  const aligned = unfoldAlignedForms(received, bare);
  const { lists, unreadLists, units: ofLists } = readLists(aligned.lines);
  const isOfList = (line: number) => lists.some(({ list }) => line >= list.first && line <= list.last);
  const lines = aligned.lines.map((one) => (isOfList(one.line) ? { ...one, text: '' } : one));
  const printed = findSheets(lines).map(unrepeatSpans);
  const found = printed.map(({ sheet }) => sheet);
  const parts = found.map(splitSheet);
  const units = new Set([
    ...ofLists,
    ...found.flatMap((sheet, index) => printedUnit(sheet, parts[index] as SheetParts) ?? []),
  ]);
  const [usual = null] = units.size === 1 ? units : [];
  const groups = groupSheets(
    found.map((sheet, index) => readSheet(sheet, parts[index] as SheetParts, usual)),
  );
  const findings: ConversionFinding[] = [...aligned.findings];
  const leftOut: LeftOut[] = printed.flatMap((one) => one.leftOut);
  const hasFeet = groups.flat().some(({ foot }) => foot.present);
  const read = [
    ...groups.map((group) => readProject(group, hasFeet)),
    ...lists.flatMap(({ reading }) => reading.projects),
  ];
  read.sort((a, b) => a.project.line - b.project.line);
  const projects = read.map((one, index) => {
    const number = index + 1;
    for (const finding of one.findings) finding.place = { project: number, ...finding.place };
    findings.push(...one.findings);
    leftOut.push(...one.leftOut);
    return { ...one.project, number };
  });
  for (const { list, reading } of lists) {
    findings.push(...reading.findings);
    for (const { line, cells } of list.notes)
      findings.push({
        rule: 'list-note',
        status: 'note',
        place: { line },
        message: `项目列表下的说明：${cells.map(({ text }) => text).join(' ')}`,
      });
    for (const { line, cells } of list.strays)
      findings.push({
        rule: 'list-line-unread',
        status: 'undecided',
        place: { line },
        message: '本行夹在项目列表的各行之间，不能归入其栏目。',
        actual: cells.map(({ text }) => text).join(' '),
      });
    leftOut.push(...reading.leftOut);
  }
  const unread = findFormLike(lines, found);
  for (const [index, { line }] of unread.entries()) {
    if (unread[index - 1]?.line === line - 1) continue;
    const list = unreadLists.find(({ list: { first, last } }) => line >= first && line <= last);
    if (list) {
      findings.push({
        rule: 'form-unread',
        status: 'undecided',
        place: { line },
        message: `从本行起的表格逐行列出项目和指标，第 ${list.unreadAt} 行不能归入其栏目，未按项目读取，原文保留。`,
      });
      continue;
    }
    if (isOfWholeBody(lines, line)) {
      findings.push({
        rule: 'form-of-whole-body',
        status: 'note',
        place: { line },
        message: '从本行起是整体支出绩效目标表，不是项目的目标表，按印出的表格保留。',
      });
      continue;
    }
    findings.push({
      rule: 'form-unread',
      status: 'undecided',
      place: { line },
      message: '从本行起的表格像绩效目标表，但没有项目表头，未按项目读取，原文保留。',
    });
  }
  for (const { line } of bare.length > 0 ? findBareForms(lines) : []) {
    findings.push({
      rule: 'form-unread',
      status: 'undecided',
      place: { line },
      message: '从本行起像绩效目标表，但看不出单元格，未按项目读取，原文保留。',
    });
  }
  const regions = lists.map(({ list: { first, last } }) => ({ first, last }));
  const used = [...findForms(lines, found), ...regions].sort((a, b) => a.first - b.first);
  return { projects, findings, used, unread, leftOut };
}

/** The lists of projects that can be read, those that cannot, and the units of money that they state. */
function readLists(lines: SourceLine[]) {
  const found = findLists(lines).map((list) => ({ list, reading: readList(list) }));
  const lists = found.flatMap(({ list, reading }) => ('unreadAt' in reading ? [] : [{ list, reading }]));
  const unreadLists = found.flatMap(({ list, reading }) =>
    'unreadAt' in reading ? [{ list, ...reading }] : [],
  );
  return { lists, unreadLists, units: found.flatMap(({ list }) => list.unit ?? []) };
}

/** Whether a title close above a table says that its targets are those of the whole body. */
function isOfWholeBody(lines: SourceLine[], first: number): boolean {
  const above = lines.filter(({ text, line }) => line < first && text.trim() !== '').slice(-3);
  return above.some(({ text }) => isTitleOfWholeBody(text));
}

/** @param hasFeet whether any form of the document prints a foot */
function readProject(
  group: ReadSheet[],
  hasFeet: boolean,
): {
  project: Project;
  findings: ConversionFinding[];
  leftOut: LeftOut[];
} {
  const first = group[0] as ReadSheet;
  const last = group.at(-1) as ReadSheet;
  const { head, unit, funds, texts, findings: joined } = joinSheets(group);
  const rows = indicatorRows(group);
  const read = readIndicators(rows.kept, singleScopeOf(texts, funds));
  const findings = [...joined, ...rows.findings, ...read.findings];
  const leftOut = [...rows.leftOut, ...read.leftOut];
  const used = new Set([head.line, ...funds.map((fund) => fund.line), ...texts.map((text) => text.line)]);
  for (const { parts } of group.length > 1 ? group : []) {
    for (const row of [...parts.head, ...parts.funds, ...parts.texts]) {
      if (used.has(row.line) || (parts === first.parts && !parts.funds.includes(row))) continue;
      if (parts === first.parts && funds === first.funds) continue;
      for (const cell of row.cells)
        leftOut.push({ line: row.line, text: cell.text, reason: '各页重复的表头' });
    }
  }
  for (const text of texts) {
    const fault = faultOfText(text.text);
    if (fault)
      findings.push({
        rule: 'text-cut',
        status: 'note',
        place: { line: text.line },
        message: `「${text.field}」${fault}。`,
      });
  }
  if (head.name === '') {
    findings.push({
      rule: 'name-missing',
      status: 'undecided',
      place: { line: first.sheet.first },
      message: '绩效目标表没有印出项目名称，也不能归入前一个项目。',
    });
  }
  if (group.length > 1) {
    findings.push({
      rule: 'sheets-joined',
      status: 'decided',
      place: { line: first.sheet.first },
      message: `「${head.name}」分印在 ${group.length} 页，名称、金额相同而前页没有表尾，合为一个项目。`,
    });
  }
  // Forms of the year alone have no foot.
  const isFootless = !hasFeet && isListComplete(last) && funds.every(({ total }) => total === null);
  if (!last.foot.present && !isFootless) {
    findings.push({
      rule: 'form-cut',
      status: 'note',
      place: { line: last.sheet.last },
      message: `「${head.name}」的绩效目标表没有印出表尾，${isListComplete(last) ? '填报日期未知' : '后面的指标可能缺失'}。`,
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
    number: 1,
    name: head.name,
    line: head.line,
    sheets: group.map(({ sheet }) => ({ first: sheet.first, last: sheet.last })),
    department: head.department,
    unit: head.unit,
    attribute: head.attribute,
    period: head.period,
    ...(unit && unit !== '元' ? { moneyUnit: unit } : {}),
    funds,
    texts,
    indicators: read.indicators,
    timestamp: last.foot.timestamp,
  };
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
function singleScopeOf(texts: ProjectText[], funds: FundLine[]): Scope {
  const goals = texts.filter((text) => text.field.endsWith('总体目标')).map((text) => text.field);
  const isPeriodOnly =
    goals.length === 1 && goals[0] === '实施期总体目标' && !funds.some((fund) => fund.annual);
  return isPeriodOnly ? '实施期' : '年度';
}
