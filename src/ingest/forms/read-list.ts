import { isRead, yuanOf } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { Project } from '../../schema/project.ts';
import { readFigure } from '../../schema/read-figure.ts';
import { plain } from './cells-of.ts';
import { draftToProject } from './draft-to-project.ts';
import type { ListRow, ProjectList } from './find-lists.ts';
import { joinBrokenWords } from './join-broken-words.ts';
import { indicatorKinds, type ListColumn } from './list-columns.ts';
import { type Draft, newDraft, type PlacedRow, takeIndicator, takeProjectCells } from './list-draft.ts';
import { furtherColumn, type LeftOut } from './list-entry.ts';
import { placeListRow } from './place-list-row.ts';
import { levelsNotPrinted } from './read-indicators.ts';

/** The projects of a list in its order, each with what was decided about it. */
export interface ListReading {
  projects: { project: Project; findings: ConversionFinding[]; leftOut: LeftOut[] }[];
  findings: ConversionFinding[];
  leftOut: LeftOut[];
}

/**
 * Reads a list of projects: a row that names a project begins it, and the rows below are its indicators. Where a row
 * cannot be put into the columns, or stands under no project, nothing tells whose its indicators are: then none is read.
 */
export function readList(list: ProjectList): ListReading | { unreadAt: number } {
  const rows: PlacedRow[] = [];
  for (const row of joinBrokenWords(list.rows)) {
    const placed = placeListRow(row, list.columns) as ListRow | null;
    if (!placed) return { unreadAt: row.line };
    const cells = placed.cells.map((cell) => ({ ...cell, of: list.columns[cell.column] as ListColumn }));
    rows.push({ ...placed, cells });
  }
  const findings: ConversionFinding[] = [];
  const leftOut: LeftOut[] = [];
  const drafts = readDrafts(rows, list, leftOut);
  if ('unreadAt' in drafts) return drafts;
  const projects = drafts.projects.map((draft) => draftToProject(draft, list));
  reportTotals(
    drafts.totals,
    projects.map(({ project }) => project),
    list,
    findings,
  );
  if (list.columns.every(({ kind }) => !/^level/.test(kind))) findings.push(levelsNotPrinted(list.header));
  const further = [leftOut, ...projects.map((one) => one.leftOut)]
    .flat()
    .filter(({ reason }) => reason === furtherColumn);
  if (further[0])
    findings.push({
      rule: 'indicator-columns-left-out',
      status: 'note',
      place: { line: list.header },
      message: `列表另印有权重、性质、说明一类的栏目 ${further.length} 格，未列入项目和指标，见原文。`,
    });
  return { projects, findings, leftOut };
}

/** Rows that sum up projects: 合计, a unit. */
type Total = { line: number; printed: string; column: ListColumn };

function readDrafts(
  rows: PlacedRow[],
  list: ProjectList,
  leftOut: LeftOut[],
): { projects: Draft[]; totals: Total[] } | { unreadAt: number } {
  const projects: Draft[] = [];
  const totals: Total[] = [];
  let current: Draft | undefined;
  // Printed once for all their projects.
  let [unit, department] = ['', ''];
  for (const [index, row] of rows.entries()) {
    const textOf = (kind: ListColumn['kind']) => row.cells.find(({ of }) => of.kind === kind)?.text ?? '';
    const hasIndicator = row.cells.some(({ of }) => indicatorKinds.has(of.kind));
    const [name, money] = [textOf('name'), row.cells.find(({ of }) => of.kind === 'money')];
    if (!hasIndicator && isTotal(row, rows[index + 1], list)) {
      if (money) totals.push({ line: row.line, printed: money.text, column: money.of });
      for (const { text } of row.cells)
        leftOut.push({ line: row.line, text, reason: '合计或单位小计的一行' });
      unit = /合计|总计/.test(name) ? unit : textOf('unit') || name || unit;
      current = undefined;
      continue;
    }
    if (name !== '' && !(current && continues(row, rows[index - 1], current))) {
      current = newDraft(name, unit, department);
      projects.push(current);
    } else if (!current || (name === '' && money)) return { unreadAt: row.line };
    current.rows.push(row);
    takeProjectCells(row, current, leftOut);
    ({ unit, department } = current);
    if (hasIndicator) takeIndicator(row, current, leftOut);
  }
  return projects.length > 0 ? { projects, totals } : { unreadAt: list.header };
}

/** Whether a row without indicators sums up those below: it has no project of its own, or names a unit in its place. */
function isTotal(row: PlacedRow, next: PlacedRow | undefined, { columns }: ProjectList): boolean {
  const names = row.cells.filter(({ of }) => of.kind === 'name' || of.kind === 'unit');
  const money = row.cells.some(({ of }) => of.kind === 'money');
  const name = names.find(({ of }) => of.kind === 'name');
  if (row.cells.some(({ text }) => /^(合计|总计|小计|部门合计|单位合计)$/.test(plain(text)))) return true;
  if (!money || row.cells.some(({ of }) => of.kind === 'text')) return false;
  const isOfUnits = columns.some((column) => column.kind === 'name' && column.isOfUnits);
  return !name || (isOfUnits && next?.cells.some(({ of }) => of.kind === 'name') === true);
}

/** Whether a row that prints a name goes on with the project above: its name again, or the end of a wrapped one. */
function continues(row: PlacedRow, before: PlacedRow | undefined, current: Draft): boolean {
  const name = plain(row.cells.find(({ of }) => of.kind === 'name')?.text ?? '');
  const own = row.cells.filter(({ of }) => of.kind === 'money');
  const isMoneySame = own.every(({ of, text }) => current.money.get(of)?.printed === text);
  const isRestSame = row.cells.every(({ of, text }) => {
    if (of.kind === 'unit') return text === current.unit;
    return of.kind !== 'text' || current.texts.some((one) => one.field === of.field && one.text === text);
  });
  if (name === plain(current.name)) {
    const isRepeating = before?.cells.some(({ of }) => of.kind === 'name') ?? false;
    return isMoneySame && (row.isAfterBreak || own.length === 0 || (isRepeating && isRestSame));
  }
  // Every project of the list has its money: a name without it is the rest of the one above.
  const begins = row.cells.some(({ of }) => of.kind === 'level1' || of.kind === 'money');
  return !begins && current.money.size > 0 && current.rows.length <= 2;
}

/** Notes where a printed total is not what the projects come to: some may not have been read. */
function reportTotals(
  totals: Total[],
  projects: Project[],
  list: ProjectList,
  findings: ConversionFinding[],
): void {
  const [total] = totals;
  if (total?.column.kind !== 'money') return;
  const { source, scope, unit } = total.column;
  const moneyUnit = unit ?? list.unit;
  const figure = moneyUnit ? readFigure(total.printed, moneyUnit) : null;
  const sum = projects.reduce((yuan, { funds }) => {
    const fund = funds.find((line) => line.source === source);
    return yuan + (yuanOf(scope === '年度' ? fund?.annual : fund?.total) ?? 0);
  }, 0);
  if (!isRead(figure) || Math.abs(figure.yuan - sum) <= 50 * projects.length) return;
  findings.push({
    rule: 'list-footing',
    status: 'note',
    place: { line: total.line },
    message: `列表第一个合计「${total.printed}」与读到的 ${projects.length} 个项目之和「${sum}」元不符。`,
    actual: total.printed,
    expected: String(sum),
  });
}
