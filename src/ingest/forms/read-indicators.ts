import type { ConversionFinding } from '../../schema/finding.ts';
import type { Indicator } from '../../schema/project.ts';
import { type FormRow, plain } from './cells-of.ts';
import { type DecidedLevel, decideLevels, reportOneSided } from './decide-levels.ts';
import { readLabel } from './form-label.ts';
import { joinBrokenWords } from './join-broken-words.ts';
import {
  type Entries,
  type Entry,
  furtherColumn,
  type LeftOut,
  levelWeight,
  type Scope,
} from './list-entry.ts';
import { mendEntries } from './mend-entries.ts';
import { readEntries } from './read-entries.ts';
import { type Level, levels, readLevel1, readLevel2 } from './read-level.ts';

/** The indicators of a project, and what was decided or left out on the way. */
export interface IndicatorReading {
  indicators: Indicator[];
  findings: ConversionFinding[];
  leftOut: LeftOut[];
}

/** Reads the two lists of indicators of a project from the rows of all its sheets. */
export function readIndicators(rows: FormRow[], singleScope: Scope = '年度'): IndicatorReading {
  const findings: ConversionFinding[] = [];
  const leftOut: LeftOut[] = [];
  const entries = readEntries(joinBrokenWords(rows), singleScope, findings, leftOut);
  entries.实施期 = mendEntries(entries.实施期, findings, leftOut);
  entries.年度 = mendEntries(entries.年度, findings, leftOut);
  settleRows(entries, findings);
  reportOneSided(entries, findings);
  reportFurtherColumns(leftOut, findings);
  const levels = printsLevels(rows) ? decideLevels(entries) : withoutLevels(entries, findings);
  const indicators = [
    ...toIndicators(entries.实施期, levels.实施期, findings),
    ...toIndicators(entries.年度, levels.年度, findings),
  ];
  return { indicators, findings, leftOut };
}

/** Whether a form has levels at all: words of them, or columns for them. */
function printsLevels(rows: FormRow[]): boolean {
  return rows.some(({ cells }) =>
    cells.some(({ text }) => {
      const label = readLabel(text)?.label;
      return (
        readLevel1(text) !== null ||
        readLevel2(text) !== null ||
        (label?.kind === 'column' && /^level/.test(label.column))
      );
    }),
  );
}

/** Some forms list their indicators without any level: then none is made up. */
function withoutLevels(entries: Entries, findings: ConversionFinding[]): Record<Scope, DecidedLevel[]> {
  const [first] = [...entries.实施期, ...entries.年度];
  if (first) findings.push(levelsNotPrinted(first.line));
  const none = (list: Entry[]) => list.map((): DecidedLevel => ({ level: -1, margin: 0, doubt: null }));
  return { 实施期: none(entries.实施期), 年度: none(entries.年度) };
}

export function levelsNotPrinted(line: number): ConversionFinding {
  const message = '指标表没有印出一级、二级指标，各项指标不分类别。';
  return { rule: 'levels-not-printed', status: 'note', place: { line }, message };
}

/** Notes once a form what its lists print beside level, name and value. */
function reportFurtherColumns(leftOut: LeftOut[], findings: ConversionFinding[]): void {
  const further = leftOut.filter(({ reason }) => reason === furtherColumn || reason === levelWeight);
  const [first] = further;
  if (!first) return;
  const texts = [...new Set(further.map(({ text }) => text))];
  findings.push({
    rule: 'indicator-columns-left-out',
    status: 'note',
    place: { line: first.line },
    message: `指标表另印有权重、分值、性质或备注 ${further.length} 格，未列入指标，见原文。`,
    actual: texts.join('、'),
  });
}

/**
 * A row that can be divided in two ways is settled where the row beside it prints its indicator once more, in one way, and
 * where it holds nothing but the ends of what a wrap has cut above it.
 */
function settleRows(entries: Entries, findings: ConversionFinding[]): void {
  const listed = [...entries.实施期, ...entries.年度].filter(
    ({ name, value }) => name !== null || value !== null,
  );
  const open = new Set(listed.flatMap((entry) => (entry.isUndecided ? entry.line : [])));
  for (const finding of findings) {
    const { line } = finding.place;
    const isRepeated = findings.some(
      ({ rule, place }) => rule === 'indicator-repeated' && place.line === line,
    );
    const isEnd =
      listed.every((entry) => entry.line !== line) &&
      findings.some(({ rule, place }) => /^(name|value)-joined$/.test(rule) && place.line === line);
    if (finding.rule !== 'indicator-row-undecided' || open.has(line as number) || !(isRepeated || isEnd))
      continue;
    finding.rule = 'indicator-row-decided';
    finding.status = 'decided';
    finding.message = isRepeated
      ? '本行各格的归属有不止一种读法，其中的指标在邻行又印一次，按邻行列出。'
      : '本行各格的归属有不止一种读法，其中只有上一行折行的后半，已接上。';
  }
}

/**
 * The indicators of a list whose levels are known.
 *
 * @param placed level of each entry, in their order
 */
export function indicatorsOf(
  entries: Entry[],
  placed: DecidedLevel[],
  findings: ConversionFinding[],
  leftOut: LeftOut[],
): Indicator[] {
  const levelAt = new Map(entries.map(({ row }, index) => [row, placed[index] as DecidedLevel]));
  return (['实施期', '年度'] as const).flatMap((scope) => {
    const own = mendEntries(
      entries.filter((entry) => entry.scope === scope),
      findings,
      leftOut,
    );
    return toIndicators(
      own,
      own.map(({ row }) => levelAt.get(row) as DecidedLevel),
      findings,
    );
  });
}

function toIndicators(entries: Entry[], placed: DecidedLevel[], findings: ConversionFinding[]): Indicator[] {
  let filled: Level | null = null;
  return entries.flatMap((entry, index): Indicator[] => {
    if (entry.label) filled = entry.label;
    if (entry.name === null && entry.value === null) return [];
    const found = placed[index] as DecidedLevel;
    const isDecided = found.margin >= 0.5 && !entry.isOfOtherLevel;
    const level = isDecided ? (levels[found.level] as Level) : null;
    const shown = entry.name ?? entry.value ?? '';
    const open: string[] = entry.isUndecided ? ['所在行有不止一种读法'] : [];
    if (entry.name === null) {
      open.push('没有印出名称');
      findings.push({
        rule: 'indicator-name-lost',
        status: 'undecided',
        place: { line: entry.line },
        message: `${entry.scope}指标值「${entry.value}」没有印出名称。`,
        actual: entry.value ?? '',
      });
    } else if (entry.value === null) {
      open.push('指标值未知');
      if (!isReported(findings, entry))
        findings.push(lost(entry.line, entry.scope, entry.name, '没有印出指标值。'));
    }
    if (entry.name !== null && entry.value !== null && plain(entry.name).length <= 1) {
      open.push('名称只印出折行的残字');
      findings.push({
        rule: 'indicator-name-cut',
        status: 'undecided',
        place: { line: entry.line },
        message: `${entry.scope}指标名称只印出「${entry.name}」，是折行的残字，完整名称未知。`,
        actual: entry.name,
      });
    }
    if (found.level < 0) filled = null;
    else if (!isDecided) {
      open.push('类别无法判定');
      findings.push({
        rule: 'level-undecided',
        status: 'undecided',
        place: { line: entry.line },
        message: `${entry.scope}指标「${shown}」属于哪一类无法判定。`,
        actual: filled?.level2 ?? '',
      });
    } else if (level !== filled) {
      findings.push({
        rule: 'level-decided',
        status: 'decided',
        place: { line: entry.line },
        message: `${entry.scope}指标「${shown}」按模板次序、指标内容和另一栏归入「${level?.level2}」，印出的类别是「${filled?.level2 ?? '（无）'}」。`,
        actual: filled?.level2 ?? '',
        expected: level?.level2 ?? '',
      });
    }
    if (level && level === filled && entry.label === null && found.margin < 0.8) {
      findings.push({
        rule: 'level-uncertain',
        status: 'note',
        place: { line: entry.line },
        message: `${entry.scope}指标「${shown}」顺上归入「${level.level2}」，也可能属于下一类，依据不足。`,
      });
    }
    if (level && level === entry.label && found.doubt) {
      findings.push({
        rule: 'level-doubted',
        status: 'note',
        place: { line: entry.line },
        message: `${entry.scope}指标「${shown}」按印出的类别归入「${level.level2}」，内容像「${found.doubt.level2}」。`,
      });
    }
    return [
      {
        scope: entry.scope,
        level1: level?.level1 ?? null,
        level2: level?.level2 ?? null,
        name: entry.name ?? '',
        value: entry.value ?? '',
        line: entry.line,
        ...(open.length > 0 ? { undecided: open.join('，') } : {}),
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

function lost(line: number, scope: Scope, name: string, message: string, actual?: string): ConversionFinding {
  return {
    rule: 'indicator-value-lost',
    status: 'undecided',
    place: { line },
    message: `${scope}指标「${name}」：${message}`,
    actual,
  };
}
