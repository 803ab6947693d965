import { type Figure, isRead, type MoneyUnit, yuanOf } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { FundLine, Project, ProjectText } from '../../schema/project.ts';
import { readFigure } from '../../schema/read-figure.ts';
import { type FormCell, plain } from './cells-of.ts';
import type { ListRow, ProjectList } from './find-lists.ts';
import { joinValue } from './join-value.ts';
import { indicatorKinds, type ListColumn } from './list-columns.ts';
import { type Entry, furtherColumn, type LeftOut } from './list-entry.ts';
import { placeListRow } from './place-list-row.ts';
import { join, readDepartment } from './read-head.ts';
import { indicatorsOf } from './read-indicators.ts';
import { type Level, levelOf, levels, readLevel1, readLevel2 } from './read-level.ts';

/** The projects of a list in its order, each with what was decided about it. */
export interface ListReading {
  projects: { project: Project; findings: ConversionFinding[]; leftOut: LeftOut[] }[];
  findings: ConversionFinding[];
  leftOut: LeftOut[];
}

/** A project while its rows are read. */
interface Draft {
  name: string;
  rows: Placed[];
  unit: string;
  department: string;
  attribute: string;
  period: string;
  money: Map<ListColumn, { printed: string; line: number }>;
  texts: ProjectText[];
  entries: Entry[];
  placed: (Level | null)[];
  findings: ConversionFinding[];
}

type Placed = Omit<ListRow, 'cells'> & { cells: (FormCell & { of: ListColumn })[] };

/**
 * Reads a list of projects: a row that names a project begins it, and the rows below are its indicators. Where a row
 * cannot be put into the columns, or stands under no project, nothing tells whose its indicators are: then none is read.
 */
export function readList(list: ProjectList): ListReading | { unreadAt: number } {
  const rows: Placed[] = [];
  for (const row of list.rows) {
    const placed = placeListRow(row, list.columns);
    if (!placed) return { unreadAt: row.line };
    const cells = placed.cells.map((cell) => ({ ...cell, of: list.columns[cell.column] as ListColumn }));
    rows.push({ ...placed, isAfterBreak: row.isAfterBreak, cells });
  }
  const findings: ConversionFinding[] = [];
  const leftOut: LeftOut[] = [];
  const drafts = readDrafts(rows, list, leftOut);
  if ('unreadAt' in drafts) return drafts;
  const projects = drafts.projects.map((draft) => toProject(draft, list));
  reportTotals(
    drafts.totals,
    projects.map(({ project }) => project),
    list,
    findings,
  );
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
type Total = { line: number; printed: string };

function readDrafts(
  rows: Placed[],
  list: ProjectList,
  leftOut: LeftOut[],
): { projects: Draft[]; totals: Total[] } | { unreadAt: number } {
  const projects: Draft[] = [];
  const totals: Total[] = [];
  let current: Draft | undefined;
  let unit = '';
  for (const [index, row] of rows.entries()) {
    const textOf = (kind: ListColumn['kind']) => row.cells.find(({ of }) => of.kind === kind)?.text ?? '';
    const hasIndicator = row.cells.some(({ of }) => indicatorKinds.has(of.kind));
    const [name, money] = [textOf('name'), row.cells.find(({ of }) => of.kind === 'money')];
    if (!hasIndicator && isTotal(row, rows[index + 1], list)) {
      if (money) totals.push({ line: row.line, printed: money.text });
      for (const { text } of row.cells)
        leftOut.push({ line: row.line, text, reason: '合计或单位小计的一行' });
      unit = /合计|总计/.test(name) ? unit : textOf('unit') || name || unit;
      current = undefined;
      continue;
    }
    unit = textOf('unit') || unit;
    if (name !== '' && !(current && continues(row, rows[index - 1], current))) {
      current = newDraft(name, unit);
      projects.push(current);
    } else if (!current || (name === '' && money)) return { unreadAt: row.line };
    current.rows.push(row);
    takeProjectCells(row, current, leftOut);
    if (hasIndicator) takeIndicator(row, current, leftOut);
  }
  return projects.length > 0 ? { projects, totals } : { unreadAt: list.header };
}

/** Whether a row without indicators sums up those below: it has no project of its own, or names a unit in its place. */
function isTotal(row: Placed, next: Placed | undefined, { columns }: ProjectList): boolean {
  const names = row.cells.filter(({ of }) => of.kind === 'name' || of.kind === 'unit');
  const money = row.cells.some(({ of }) => of.kind === 'money');
  const name = names.find(({ of }) => of.kind === 'name');
  if (row.cells.some(({ text }) => /^(合计|总计|小计|部门合计|单位合计)$/.test(plain(text)))) return true;
  if (!money || row.cells.some(({ of }) => of.kind === 'text')) return false;
  const isOfUnits = columns.some((column) => column.kind === 'name' && column.isOfUnits);
  return !name || (isOfUnits && next?.cells.some(({ of }) => of.kind === 'name') === true);
}

/** Whether a row that prints a name goes on with the project above: its name again, or the end of a wrapped one. */
function continues(row: Placed, before: Placed | undefined, current: Draft): boolean {
  const name = plain(row.cells.find(({ of }) => of.kind === 'name')?.text ?? '');
  const own = row.cells.filter(({ of }) => of.kind === 'money');
  const isMoneySame = own.every(({ of, text }) => current.money.get(of)?.printed === text);
  if (name === plain(current.name)) {
    const isRepeating = before?.cells.some(({ of }) => of.kind === 'name') ?? false;
    return isMoneySame && (row.isAfterBreak || isRepeating || own.length === 0);
  }
  // Every project of the list has its money: a name without it is the rest of the one above.
  const begins = row.cells.some(({ of }) => of.kind === 'level1' || of.kind === 'money');
  return !begins && current.money.size > 0 && current.rows.length <= 2;
}

function newDraft(name: string, unit: string): Draft {
  return {
    name,
    rows: [],
    unit,
    department: '',
    attribute: '',
    period: '',
    money: new Map(),
    texts: [],
    entries: [],
    placed: [],
    findings: [],
  };
}

/** Takes what a row says of its project; the goal may go on over several rows. */
function takeProjectCells(row: Placed, current: Draft, leftOut: LeftOut[]): void {
  const repeat = (text: string) => leftOut.push({ line: row.line, text, reason: '列表中再次印出或折行' });
  for (const { text, of } of row.cells) {
    if (indicatorKinds.has(of.kind)) continue;
    switch (of.kind) {
      case 'name':
        if (current.rows.length > 1 && plain(text) !== plain(current.name)) {
          current.findings.push({
            rule: 'name-joined',
            status: 'decided',
            place: { line: row.line },
            message: `「${text}」是上一行项目名称「${current.name}」折行的后半，已接上。`,
          });
          current.name = join(current.name, text);
        } else if (current.rows.length > 1) repeat(text);
        break;
      case 'unit':
        if (current.rows.length === 1) current.unit = text;
        else repeat(text);
        break;
      case 'department':
      case 'attribute':
      case 'period':
        if (current[of.kind] === '') current[of.kind] = text;
        else repeat(text);
        break;
      case 'money':
        if (current.money.has(of)) repeat(text);
        else current.money.set(of, { printed: text, line: row.line });
        break;
      case 'text': {
        const before = current.texts.find(({ field }) => field === of.field);
        if (!before) current.texts.push({ field: of.field, text, line: row.line });
        else if (before.text === text) repeat(text);
        else before.text = join(before.text, text);
        break;
      }
      default:
        leftOut.push({ line: row.line, text, reason: furtherColumn });
    }
  }
}

/** Takes the indicator of a row; level words stand beside it, or above it where they are printed once. */
function takeIndicator(row: Placed, current: Draft, leftOut: LeftOut[]): void {
  const cellOf = (kind: ListColumn['kind']) => row.cells.find(({ of }) => of.kind === kind);
  const textOf = (kind: ListColumn['kind']) => cellOf(kind)?.text ?? '';
  const label = labelOf(textOf('level1'), textOf('level2'), current.placed.at(-1) ?? null);
  const values = row.cells.filter(({ of }) => of.kind === 'value');
  for (const scope of ['实施期', '年度'] as const) {
    const value = values.find(({ of }) => of.kind === 'value' && of.scope === scope);
    if (!value && (scope === '实施期' || values.length > 0)) continue;
    const joined = joinValue(textOf('sign'), value?.text ?? '', textOf('measure'));
    for (const text of joined.rest) leftOut.push({ line: row.line, text, reason: furtherColumn });
    current.entries.push({
      scope,
      line: row.line,
      label: label.printed,
      name: textOf('indicator') || null,
      value: joined.text || null,
      nameColumn: cellOf('indicator')?.column ?? -1,
      valueColumn: value?.column ?? -1,
      isIrregular: false,
    });
    current.placed.push(label.placed);
  }
}

/** Level of a row: of its own words, or of those above where it prints none; null where its word is not known. */
function labelOf(
  first: string,
  second: string,
  above: Level | null,
): { printed: Level | null; placed: Level | null } {
  if (first === '' && second === '') return { printed: null, placed: above };
  const level1 = first === '' ? (above?.level1 ?? null) : readLevel1(first);
  if (second === '' && level1 !== null && level1 === above?.level1) return { printed: null, placed: above };
  const level2 = readLevel2(second) ?? only(readLevel1(second) ?? (second === '' ? level1 : null));
  const level = level2 && levelOf(level2, level1);
  return { printed: level, placed: level };

  /** The one second level of satisfaction, and of costs where no other is named. */
  function only(word: Level['level1'] | null): Level['level2'] | null {
    return word === '满意度指标' ? '服务对象满意度指标' : word === '成本指标' ? '成本指标' : null;
  }
}

function toProject(
  draft: Draft,
  list: ProjectList,
): { project: Project; findings: ConversionFinding[]; leftOut: LeftOut[] } {
  const findings = [...draft.findings];
  const leftOut: LeftOut[] = [];
  const lines = draft.rows.map(({ line }) => line);
  const first = lines[0] as number;
  const funds = [...draft.money].map(([column, { printed, line }]): FundLine => {
    const { source, scope, unit } = column as Extract<ListColumn, { kind: 'money' }>;
    const figure = readMoney(printed, unit ?? list.unit);
    return {
      source,
      total: scope === '实施期' ? figure : null,
      annual: scope === '年度' ? figure : null,
      line,
    };
  });
  const open = funds.flatMap(({ annual, total, line }) => {
    const figure = annual ?? total;
    return figure && !isRead(figure) ? [{ line, figure }] : [];
  });
  for (const { line, figure } of open)
    findings.push({
      rule: 'amount-unread',
      status: 'undecided',
      place: { line },
      message: `「${draft.name}」的金额「${figure.printed}」：${figure.undecided}。`,
      actual: figure.printed,
    });
  const units = new Set(
    [...draft.money.keys()].map((column) => (column.kind === 'money' ? column.unit : null)),
  );
  const [unit] = units;
  const moneyUnit = unit ?? list.unit;
  const indicators = indicatorsOf(
    draft.entries,
    draft.placed.map((level) => ({
      level: level ? levels.indexOf(level) : 0,
      margin: level ? 9 : 0,
      doubt: null,
    })),
    findings,
    leftOut,
  );
  const project: Project = {
    number: 1,
    name: draft.name,
    line: first,
    sheets: [{ first, last: lines.at(-1) as number }],
    department: readDepartment(draft.department),
    unit: draft.unit,
    attribute: draft.attribute,
    period: draft.period,
    ...(moneyUnit && moneyUnit !== '元' ? { moneyUnit } : {}),
    funds,
    texts: draft.texts,
    indicators,
    timestamp: '',
  };
  return { project, findings, leftOut };
}

function readMoney(printed: string, unit: MoneyUnit | null): Figure | null {
  if (unit) return readFigure(printed, unit);
  const figure = readFigure(printed, '元');
  return figure && { printed: figure.printed, undecided: '金额单位未知' };
}

/** Notes where a printed total is not what the projects come to: some may not have been read. */
function reportTotals(
  totals: Total[],
  projects: Project[],
  list: ProjectList,
  findings: ConversionFinding[],
): void {
  const [total] = totals;
  const unit = projects.find(({ moneyUnit }) => moneyUnit)?.moneyUnit ?? list.unit;
  const figure = total && unit ? readFigure(total.printed, unit) : null;
  const sum = projects.reduce((yuan, { funds }) => yuan + (yuanOf(funds[0]?.annual) ?? 0), 0);
  if (!total || !isRead(figure) || Math.abs(figure.yuan - sum) <= 50 * projects.length) return;
  findings.push({
    rule: 'list-footing',
    status: 'note',
    place: { line: total.line },
    message: `列表第一个合计「${total.printed}」与读到的 ${projects.length} 个项目之和「${sum}」元不符。`,
    actual: total.printed,
    expected: String(sum),
  });
}
