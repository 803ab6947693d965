import type { ConversionFinding } from '../../schema/finding.ts';
import type { Indicator, Level2 } from '../../schema/project.ts';
import { type FormRow, plain } from './cells-of.ts';
import { readLabel } from './form-label.ts';
import { levelEvidence } from './level-evidence.ts';
import { type PlacedLevel, placeLevels } from './place-levels.ts';
import { level1Of, levelOrder, readLevel1, readLevel2 } from './read-level.ts';
import { type ListLayout, type RowHalf, type SplitRow, splitIndicatorRow } from './split-indicator-row.ts';
import { valueLikeness } from './value-likeness.ts';

type Scope = Indicator['scope'];

/** One line of one list before its level is decided. */
interface Entry {
  scope: Scope;
  line: number;
  label: Level2 | null;
  name: string | null;
  value: string | null;
  /** The row was not divided cleanly. */
  isIrregular: boolean;
}

/** Something printed in the indicator part that is left out, with the reason. */
export interface LeftOut {
  line: number;
  text: string;
  reason: string;
}

export interface IndicatorReading {
  indicators: Indicator[];
  findings: ConversionFinding[];
  leftOut: LeftOut[];
}

/** Reads the two lists of indicators of a project, all sheets' rows in order. */
export function readIndicators(rows: FormRow[], singleScope: Scope = '年度'): IndicatorReading {
  const findings: ConversionFinding[] = [];
  const leftOut: LeftOut[] = [];
  const entries: Record<Scope, Entry[]> = { 实施期: [], 年度: [] };
  let layout: ListLayout | null = null;
  for (const row of rows) {
    const header = readHeader(row);
    if (header) {
      // A header that lost its right half does not turn two lists into one.
      if (header.halves.length !== 1 || layout?.halves.length !== 2) layout = header;
      entries.实施期.push(...headerLabels(row, header, '实施期'));
      entries.年度.push(...headerLabels(row, header, '年度'));
      continue;
    }
    layout = readRow(row, layout, singleScope, entries, findings, leftOut) ?? layout;
  }
  for (const scope of ['实施期', '年度'] as const) {
    entries[scope] = pairOrphans(
      dropRepeats(joinTails(entries[scope], findings, leftOut), findings, leftOut),
      findings,
    );
  }
  reportOneSided(entries, findings);
  const levels = decideLevels(entries);
  const indicators = (['实施期', '年度'] as const).flatMap((scope) =>
    toIndicators(entries[scope], levels[scope], findings),
  );
  return { indicators, findings, leftOut };
}

/** Columns of the header row, or null where the row is none. */
function readHeader(row: FormRow): ListLayout | null {
  const columns = row.cells.flatMap((cell) => {
    const label = readLabel(cell.text)?.label;
    return label?.kind === 'column' ? [{ ...label, at: cell.column }] : [];
  });
  if (columns.length < 2) return null;
  const halves: ListLayout['halves'] = [];
  for (const value of columns.filter((column) => column.column === 'value')) {
    const name = columns.findLast((column) => column.column === 'name' && column.at < value.at);
    const floor = halves.at(-1)?.value ?? -1;
    const level2 = columns.findLast(
      (column) => column.column === 'level2' && column.at < value.at && column.at > floor,
    );
    const at = name && name.at > floor ? name.at : value.at - 1;
    halves.push({ level2: level2?.at ?? at - 1, name: at, value: value.at });
  }
  const names = columns.filter((column) => column.column === 'name');
  // A header that names its columns once over two halves says nothing of where they stand.
  return { halves: halves.length === 1 && (names.length > 1 || row.width > 9) ? [] : halves };
}

/** Level words that stand in a header row, displaced from the rows around it. */
function headerLabels(row: FormRow, layout: ListLayout, scope: Scope): Entry[] {
  const divide = layout.halves[0]?.value ?? Number.POSITIVE_INFINITY;
  return row.cells.flatMap((cell): Entry[] => {
    const label = readLabel(cell.text) ? null : readLevel2(cell.text);
    if (!label || cell.column > divide !== (scope === '年度')) return [];
    return [{ scope, line: row.line, label, name: null, value: null, isIrregular: true }];
  });
}

function readRow(
  row: FormRow,
  layout: ListLayout | null,
  singleScope: Scope,
  entries: Record<Scope, Entry[]>,
  findings: ConversionFinding[],
  leftOut: LeftOut[],
): ListLayout | null {
  const cells = row.cells
    .filter((cell) => !readLabel(cell.text))
    .filter((cell) => !/^[标指]{1,2}$/.test(plain(cell.text)))
    .flatMap((cell) => unglue(cell, row, findings));
  if (cells.length === 0) return null;
  const words = cells.filter((cell) => readLevel1(cell.text) || readLevel2(cell.text));
  if (words.length === cells.length && new Set(words.map((cell) => readLevel2(cell.text))).size > 4) {
    findings.push({
      rule: 'level-words-heaped',
      status: 'decided',
      place: { line: row.line },
      message: '本行只堆印了多个指标类别，不对应任何指标；类别按模板次序和指标内容判定。',
      actual: cells.map((cell) => cell.text).join(' '),
    });
    return null;
  }
  const split = splitIndicatorRow(cells, layout);
  const isSingle = layout?.halves.length === 1;
  const isIrregular =
    split.margin < 0.6 ||
    split.extra !== null ||
    split.halves[0].level2 !== (split.halves[1].level2 ?? split.halves[0].level2);
  const add = (half: RowHalf, scope: Scope) => {
    const label = half.level2 ?? (half.level1 === '满意度指标' ? '服务对象满意度指标' : null);
    let { name, value } = half;
    for (const text of half.repeated) {
      if (!readLevel2(text) && !readLevel1(text))
        leftOut.push({ line: row.line, text, reason: '与相邻格重复' });
    }
    if (half.orphan)
      entries[scope].push({
        scope,
        line: row.line,
        label: null,
        name: half.orphan,
        value: null,
        isIrregular: true,
      });
    if (name && value && plain(name) === plain(value) && valueLikeness(value) < 0.5) {
      findings.push(lost(row.line, scope, name, `指标值一格重复印了名称「${value}」，指标值未知。`, value));
      leftOut.push({ line: row.line, text: value, reason: '指标值处重复印出名称' });
      value = null;
    }
    if (name !== null && value === null && label && readLevel2(name) === label) name = null;
    if (label || name !== null || value !== null)
      entries[scope].push({ scope, line: row.line, label, name, value, isIrregular });
  };
  const [left, right] = split.halves;
  add(left, isSingle ? singleScope : '实施期');
  if (!isSingle) add(right, '年度');
  if (split.extra) add(split.extra, '年度');
  if (split.margin < 0.3 && cells.some((cell) => !readLevel2(cell.text))) {
    findings.push({
      rule: 'indicator-row-undecided',
      status: 'undecided',
      place: { line: row.line },
      message: '本行各格的归属有不止一种读法，按最可能的一种列出。',
      actual: row.cells.map((cell) => cell.text).join(' | '),
    });
  }
  return isSingle || isIrregular ? null : layoutOf(cells, split);
}

/** Columns that a row divided without doubt shows, the best guide to the row below it. */
function layoutOf(cells: FormRow['cells'], split: SplitRow): ListLayout | null {
  const [left, right] = split.halves;
  if (!left.name || !left.value || !right.name || !right.value) return null;
  const at = (text: string, from: number) =>
    cells.find((cell) => cell.text === text && cell.column > from)?.column ?? from + 1;
  const name = at(left.name, -1);
  const value = at(left.value, name);
  const secondName = at(right.name, value);
  const secondValue = at(right.value, secondName);
  return {
    halves: [
      { level2: name - 1, name, value },
      { level2: secondName - 1, name: secondName, value: secondValue },
    ],
  };
}

/** Parts a cell that holds name and value: `培训成本≤400元`. */
function unglue(
  cell: FormRow['cells'][number],
  row: FormRow,
  findings: ConversionFinding[],
): FormRow['cells'] {
  const match = /^([^≥≤]{3,}?)\s*([≥≤＞＜].+)$/su.exec(cell.text);
  if (!match || !/\d/.test(match[2] as string)) return [cell];
  findings.push({
    rule: 'cell-parted',
    status: 'decided',
    place: { line: row.line },
    message: `「${cell.text}」一格内连印名称与指标值，已分开。`,
    actual: cell.text,
  });
  return [
    { text: (match[1] as string).trim(), column: cell.column },
    { text: match[2] as string, column: cell.column },
  ];
}

function lost(line: number, scope: Scope, name: string, message: string, actual?: string): ConversionFinding {
  return {
    rule: 'indicator-value-lost',
    status: 'undecided',
    place: { line },
    message: `${scope}指标「${name}」：${message}`,
    actual,
  };
}

/** Joins a short text without value to the name above it that a wrap has cut. */
function joinTails(entries: Entry[], findings: ConversionFinding[], leftOut: LeftOut[]): Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries) {
    const previous = kept.at(-1);
    const isTail =
      previous?.name != null &&
      previous.value !== null &&
      entry.label === null &&
      entry.name !== null &&
      entry.value === null &&
      entry.line - previous.line <= 2 &&
      (plain(entry.name).length <= 3 ||
        /^[的及和与、）)]/.test(entry.name) ||
        closes(previous.name, entry.name));
    if (!isTail || !previous?.name) {
      kept.push(entry);
      continue;
    }
    findings.push({
      rule: 'name-joined',
      status: 'decided',
      place: { line: entry.line },
      message: `「${entry.name}」是上一行名称「${previous.name}」折行的后半，已接上。`,
    });
    leftOut.push({ line: entry.line, text: entry.name ?? '', reason: '折行的后半，接入上一行名称' });
    previous.name += entry.name;
  }
  return kept;
}

function closes(before: string, after: string): boolean {
  return /[(（][^)）]*$/.test(before) && /^[^(（]*[)）]/.test(after) && after.length <= 12;
}

/** Leaves out an indicator that an abnormal row prints once more, before or after its own row. */
function dropRepeats(entries: Entry[], findings: ConversionFinding[], leftOut: LeftOut[]): Entry[] {
  return entries.filter((entry, index) => {
    const next = entries.slice(index + 1).find((other) => other.name !== null || other.value !== null);
    if (!next || entry.name === null || entry.value === null || !entry.isIrregular) return true;
    if (
      next.line - entry.line > 2 ||
      plain(next.name ?? '') !== plain(entry.name) ||
      plain(next.value ?? '') !== plain(entry.value)
    )
      return true;
    findings.push({
      rule: 'indicator-repeated',
      status: 'decided',
      place: { line: entry.line },
      message: `${entry.scope}指标「${entry.name}」在行 ${next.line} 又印一次，只计一次。`,
    });
    leftOut.push({ line: entry.line, text: entry.name, reason: `与行 ${next.line} 重复` });
    leftOut.push({ line: entry.line, text: entry.value, reason: `与行 ${next.line} 重复` });
    entry.name = null;
    entry.value = null;
    return entry.label !== null;
  });
}

/** Brings a name without value and a value without name near each other together where there is one of each. */
function pairOrphans(entries: Entry[], findings: ConversionFinding[]): Entry[] {
  const names = entries.filter((entry) => entry.name !== null && entry.value === null);
  const values = entries.filter((entry) => entry.name === null && entry.value !== null);
  const [name] = names;
  const [value] = values;
  if (names.length !== 1 || values.length !== 1 || !name || !value || Math.abs(name.line - value.line) > 4)
    return entries;
  findings.push({
    rule: 'indicator-paired',
    status: 'decided',
    place: { line: name.line },
    message: `${name.scope}指标「${name.name}」与行 ${value.line} 单独印出的指标值「${value.value}」合为一项。`,
  });
  const whole: Entry = { ...name, label: null, value: value.value };
  return entries.flatMap((entry): Entry[] => {
    const alone = (kept: Entry): Entry[] => (kept.label ? [{ ...kept, name: null, value: null }] : []);
    if (entry === name) return value.line > name.line ? alone(name) : [whole, ...alone(name)];
    if (entry === value) return value.line > name.line ? [whole, ...alone(value)] : alone(value);
    return [entry];
  });
}

/** Notes where one list is blank beside an indicator of the other list that it holds nowhere else. */
function reportOneSided(entries: Record<Scope, Entry[]>, findings: ConversionFinding[]): void {
  for (const [scope, other] of [
    ['年度', '实施期'],
    ['实施期', '年度'],
  ] as const) {
    if (!entries[scope].some((entry) => entry.name !== null)) continue;
    const alone = entries[other].filter(
      (entry) => entry.name !== null && entry.value !== null && matchOf(entry, entries[scope]) < 0,
    );
    for (const entry of entries[other]) {
      if (entry.name === null || entry.value === null) continue;
      const beside = entries[scope].filter((one) => one.line === entry.line);
      if (beside.some((one) => one.name !== null || one.value !== null)) continue;
      if (!alone.some((one) => one === entry || Math.abs(one.line - entry.line) <= 3)) continue;
      findings.push({
        rule: 'half-empty',
        status: 'note',
        place: { line: entry.line },
        message: `${other}指标「${entry.name}」所在行的${scope}栏空白，${scope}栏比${other}栏少印指标。`,
      });
    }
  }
}

const templateOrder = levelOrder.map((_, index) => index);
const costFirst = [3, 0, 1, 2, 4, 5, 6, 7, 8];

/** Decides the level of each entry of both lists; the second pass lets matching names of the other list help. */
function decideLevels(entries: Record<Scope, Entry[]>): Record<Scope, PlacedLevel[]> {
  const place = (scope: Scope, help: (entry: Entry, index: number) => number[]): PlacedLevel[] => {
    const others = entries[scope === '年度' ? '实施期' : '年度'];
    const elements = entries[scope].map((entry, index) => {
      const extra = help(entry, index);
      const evidence = levelEvidence(fullName(entry, others), entry.value ?? '');
      return {
        label: entry.label === null ? null : levelOrder.indexOf(entry.label),
        filled: entry.name !== null || entry.value !== null,
        evidence: evidence.map((weight, level) => weight + (extra[level] ?? 0)),
      };
    });
    const usual = placeLevels(elements, templateOrder);
    const other = placeLevels(elements, costFirst);
    return other.score > usual.score + 2 ? other.placed : usual.placed;
  };
  const first: Record<Scope, PlacedLevel[]> = {
    实施期: place('实施期', () => []),
    年度: place('年度', () => []),
  };
  const second = (scope: Scope, other: Scope) =>
    place(scope, (entry, index) => {
      const match = matchOf(entry, entries[other]);
      const found = match < 0 ? undefined : first[other][match];
      const own = first[scope][index]?.margin ?? 0;
      // Lists that share a fault must not confirm each other: only the surer one helps.
      if (!found || own > 1.5 || found.margin < own + 0.5) return [];
      return templateOrder.map((level) => (level === found.level ? Math.min(2, found.margin) : 0));
    });
  return { 实施期: second('实施期', '年度'), 年度: second('年度', '实施期') };
}

/** The longer of the two printings of a name: forms cut the names of the annual half shorter. */
function fullName(entry: Entry, others: Entry[]): string {
  const match = matchOf(entry, others);
  const theirs = match < 0 ? '' : (others[match]?.name ?? '');
  return theirs.length > (entry.name ?? '').length ? theirs : (entry.name ?? '');
}

/** Index of the same indicator in the other list, whose name may be cut shorter; −1 where none or several. */
function matchOf(entry: Entry, others: Entry[]): number {
  const name = plain(entry.name ?? '');
  if (entry.name === null && entry.value !== null) {
    const near = others.flatMap((other, index) => {
      const isSame = other.name !== null && plain(other.value ?? '') === plain(entry.value ?? '');
      return isSame && Math.abs(other.line - entry.line) <= 3 ? [index] : [];
    });
    return near.length === 1 ? (near[0] as number) : -1;
  }
  if (name.length < 3) return -1;
  const found = others.flatMap((other, index) => {
    const theirs = plain(other.name ?? '');
    return theirs.length >= 3 && (theirs.startsWith(name) || name.startsWith(theirs)) ? [index] : [];
  });
  if (found.length <= 1) return found[0] ?? -1;
  const sameValue = found.filter((index) => plain(others[index]?.value ?? '') === plain(entry.value ?? ''));
  return sameValue.length === 1 ? (sameValue[0] as number) : -1;
}

function toIndicators(entries: Entry[], placed: PlacedLevel[], findings: ConversionFinding[]): Indicator[] {
  let filled: Level2 | null = null;
  return entries.flatMap((entry, index): Indicator[] => {
    if (entry.label) filled = entry.label;
    if (entry.name === null && entry.value === null) return [];
    const found = placed[index] as PlacedLevel;
    const isDecided = found.margin >= 0.5;
    const level2 = isDecided ? (levelOrder[found.level] as Level2) : null;
    const shown = entry.name ?? entry.value ?? '';
    if (entry.name === null) {
      findings.push({
        rule: 'indicator-name-lost',
        status: 'undecided',
        place: { line: entry.line },
        message: `${entry.scope}指标值「${entry.value}」没有印出名称。`,
        actual: entry.value ?? '',
      });
    } else if (entry.value === null && !isReported(findings, entry)) {
      findings.push(lost(entry.line, entry.scope, entry.name, '没有印出指标值。'));
    }
    if (entry.name !== null && entry.value !== null && plain(entry.name).length <= 1) {
      findings.push({
        rule: 'indicator-name-cut',
        status: 'undecided',
        place: { line: entry.line },
        message: `${entry.scope}指标名称只印出「${entry.name}」，是折行的残字，完整名称未知。`,
        actual: entry.name,
      });
    }
    if (!isDecided) {
      findings.push({
        rule: 'level-undecided',
        status: 'undecided',
        place: { line: entry.line },
        message: `${entry.scope}指标「${shown}」属于哪一类无法判定。`,
        actual: filled ?? '',
      });
    } else if (level2 !== filled) {
      findings.push({
        rule: 'level-decided',
        status: 'decided',
        place: { line: entry.line },
        message: `${entry.scope}指标「${shown}」按模板次序、指标内容和另一栏归入「${level2}」，印出的类别是「${filled ?? '（无）'}」。`,
        actual: filled ?? '',
        expected: level2 ?? '',
      });
    }
    if (isDecided && level2 === filled && entry.label === null && found.margin < 0.8) {
      findings.push({
        rule: 'level-uncertain',
        status: 'note',
        place: { line: entry.line },
        message: `${entry.scope}指标「${shown}」顺上归入「${level2}」，也可能属于下一类，依据不足。`,
      });
    }
    return [
      {
        scope: entry.scope,
        level1: level2 && level1Of(level2),
        level2,
        name: entry.name ?? '',
        value: entry.value ?? '',
        line: entry.line,
      },
    ];
  });
}

function isReported(findings: ConversionFinding[], entry: Entry): boolean {
  return findings.some(
    ({ rule, place, message }) =>
      rule === 'indicator-value-lost' && place.line === entry.line && message.startsWith(entry.scope),
  );
}
