import type { ConversionFinding } from '../../schema/finding.ts';
import type { Level1 } from '../../schema/project.ts';
import { type FormRow, plain } from './cells-of.ts';
import { readLabel } from './form-label.ts';
import { type Entries, type Entry, type LeftOut, labelEntry, levelWeight, type Scope } from './list-entry.ts';
import { partGluedCell } from './part-glued-cell.ts';
import { mergeColumns, readHeader, refineHeader } from './read-header.ts';
import {
  isCostLevel,
  isWholeLevel2,
  isWordEnd,
  levelOf,
  readLevel1,
  readLevel2,
  weightOf,
} from './read-level.ts';
import { type ListLayout, type RowHalf, type SplitRow, splitIndicatorRow } from './split-indicator-row.ts';
import { valueLikeness } from './value-likeness.ts';

/**
 * Reads the rows of the lists into the entries of both, in printed order. Header rows guide the rows below them, and
 * so does each row that was divided without doubt.
 */
export function readEntries(
  rows: FormRow[],
  singleScope: Scope,
  findings: ConversionFinding[],
  leftOut: LeftOut[],
): Entries {
  const entries: Entries = { 实施期: [], 年度: [] };
  let layout: ListLayout | null = null;
  const above: LevelAbove = {
    level1: null,
    isCostFirst: rows.some((row) => row.cells.some(({ text }) => isCostLevel(readLevel2(text)))),
  };
  let isOfOtherLevel = false;
  for (const row of rows) {
    const header = readHeader(row);
    if (header) {
      // A header that lost its right half does not turn two lists into one.
      if (header.halves.length !== 1 || layout?.halves.length !== 2) layout = header;
      entries.实施期.push(...headerLabels(row, header, '实施期'));
      entries.年度.push(...headerLabels(row, header, '年度'));
      continue;
    }
    const refined: ListLayout | null = layout && refineHeader(row, layout);
    if (refined) {
      layout = refined;
      continue;
    }
    if (layout?.values) {
      for (const { row: side, layout: sideLayout, scope } of sidesOf(row, layout, layout.values)) {
        const merged = mergeColumns(side, sideLayout, leftOut);
        readRow(merged, sideLayout, above, scope, entries, findings, leftOut);
      }
      continue;
    }
    if (layout?.halves.length === 1 && isOfTwoLists(row)) layout = null;
    const scope: Scope = layout?.scope ?? singleScope;
    const others = ownLevels(row, layout);
    for (const { text } of others) leftOut.push({ line: row.line, text, reason: '不在模板之内的指标类别' });
    if (others.length > 0 || printsLevel(row)) isOfOtherLevel = others.length > 0;
    const rest = { ...row, cells: row.cells.filter((cell) => !others.includes(cell)) };
    const merged = mergeColumns(rest, layout, leftOut);
    const before = entries[scope].length;
    layout = readRow(merged, layout, above, scope, entries, findings, leftOut) ?? layout;
    if (isOfOtherLevel) for (const entry of entries[scope].slice(before)) entry.isOfOtherLevel = true;
  }
  return entries;
}

/** Cells below the headings of levels that are no level's word, in a row whose name and value stand below their own. */
function ownLevels({ cells }: FormRow, layout: ListLayout | null): FormRow['cells'] {
  const [half] = layout?.halves ?? [];
  const { levels } = layout ?? {};
  const isAt = (column: number) => cells.some((cell) => cell.column === column);
  if (!half || !levels || !isAt(half.name) || !isAt(half.value)) return [];
  return cells.filter(
    ({ text, column }) =>
      levels.includes(column) &&
      /^\p{Script=Han}{2,12}$/u.test(plain(text)) &&
      !readLevel1(text) &&
      !readLevel2(text) &&
      !isWordEnd(text, column),
  );
}

function printsLevel({ cells }: FormRow): boolean {
  return cells.some(({ text }) => readLevel1(text) !== null || readLevel2(text) !== null);
}

/** A row of one list with a value for the period and one for the year, as a row of each. */
function sidesOf(row: FormRow, layout: ListLayout, values: { scope: Scope; column: number }[]) {
  const [half] = layout.halves;
  return values.map(({ scope, column }) => ({
    scope,
    row: {
      ...row,
      cells: row.cells.filter(
        (cell) => cell.column === column || values.every((one) => one.column !== cell.column),
      ),
    },
    layout: { ...layout, halves: half ? [{ ...half, value: column }] : [] },
  }));
}

/** What the rows above say of the first level. */
interface LevelAbove {
  /** First-level word printed last. */
  level1: Level1 | null;
  /** Whether the lists have second levels that stand only below 成本指标. */
  isCostFirst: boolean;
}

/** Level words that stand in a header row, displaced from the rows around it. */
function headerLabels(row: FormRow, layout: ListLayout, scope: Scope): Entry[] {
  const divide = layout.halves[0]?.value ?? Number.POSITIVE_INFINITY;
  return row.cells.flatMap((cell): Entry[] => {
    const label = readLabel(cell.text) ? null : readLevel2(cell.text);
    if (!label || cell.column > divide !== (scope === '年度')) return [];
    return [labelEntry(scope, row, levelOf(label, null))];
  });
}

function readRow(
  row: FormRow,
  layout: ListLayout | null,
  above: LevelAbove,
  singleScope: Scope,
  entries: Entries,
  findings: ConversionFinding[],
  leftOut: LeftOut[],
): ListLayout | null {
  const cells = partCells(row, findings, leftOut);
  if (cells.length === 0) return null;
  if (isRunningHeader(row)) {
    leftOut.push({ line: row.line, text: cells[0]?.text ?? '', reason: '页眉' });
    return null;
  }
  if (layout && isTailRow(cells)) {
    for (const cell of cells)
      pushTail(cell, row, layout, isSingleList(layout) ? [singleScope] : ['实施期', '年度'], entries);
    return null;
  }
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
  const split = splitIndicatorRow(cells, layout, above.isCostFirst);
  if (!split.isRead) {
    for (const { text } of cells)
      leftOut.push({ line: row.line, text, reason: '本行无法按指标表的栏目读取' });
    findings.push({
      rule: 'indicator-row-unread',
      status: 'undecided',
      place: { line: row.line },
      message: '本行各格无法按指标表的栏目读取，未列入指标。',
      actual: row.cells.map((cell) => cell.text).join(' | '),
    });
    return null;
  }
  const isSingle = isSingleList(layout);
  const isIrregular =
    split.margin < 0.6 ||
    split.extra !== null ||
    split.halves[0].level2 !== (split.halves[1].level2 ?? split.halves[0].level2);
  above.level1 = firstLevelOf(split) ?? above.level1;
  const isSure =
    cells.every(({ text }) => !readLevel2(text) || isWholeLevel2(text)) &&
    agrees(split, above.level1, isSingle);
  const isUndecided = split.margin < 0.3 && cells.some((cell) => !readLevel2(cell.text));
  const add = (half: RowHalf, scope: Scope) => {
    const level2 = half.level2 ?? (half.level1 === '满意度指标' ? '服务对象满意度指标' : null);
    const label = level2 && levelOf(level2, above.level1);
    let { name, value } = half;
    for (const text of half.repeated) {
      if (!readLevel2(text) && !readLevel1(text))
        leftOut.push({ line: row.line, text, reason: '与相邻格重复' });
    }
    if (half.orphan) entries[scope].push({ ...labelEntry(scope, row, null), name: half.orphan, isUndecided });
    if (name && value && plain(name) === plain(value) && valueLikeness(value) < 0.5) {
      findings.push({
        rule: 'indicator-value-lost',
        status: 'undecided',
        place: { line: row.line },
        message: `${scope}指标「${name}」：指标值一格重复印了名称「${value}」，指标值未知。`,
        actual: value,
      });
      leftOut.push({ line: row.line, text: value, reason: '指标值处重复印出名称' });
      value = null;
    }
    if (name !== null && isBlank(name) && (value === null || isBlank(value))) {
      for (const text of [name, value])
        if (text !== null) leftOut.push({ line: row.line, text, reason: '没有填写指标的占位' });
      name = null;
      value = null;
    }
    if (name !== null && value === null && label && readLevel2(name) === level2) name = null;
    if (!label && name === null && value === null) return;
    const { nameColumn, valueColumn } = half;
    entries[scope].push({
      scope,
      line: row.line,
      row: row.row,
      label,
      isSure: label !== null && isSure,
      name,
      value,
      nameColumn,
      valueColumn,
      isIrregular,
      isUndecided,
    });
  };
  const [left, right] = split.halves;
  add(left, isSingle ? singleScope : '实施期');
  if (!isSingle) add(right, '年度');
  if (split.extra) add(split.extra, '年度');
  if (isUndecided) {
    findings.push({
      rule: 'indicator-row-undecided',
      status: 'undecided',
      place: { line: row.line },
      message: '本行各格的归属有不止一种读法，按最可能的一种列出。',
      actual: row.cells.map((cell) => cell.text).join(' | '),
    });
  }
  return isSingle || isIrregular || layout?.parts ? null : layoutOf(cells, split);
}

/**
 * Whether the level words of a row agree: those of both halves, or the only one with the first level above it. A row
 * that can be divided in more than one way agrees with nothing.
 */
function agrees({ halves, extra, margin }: SplitRow, above: Level1 | null, isSingle: boolean): boolean {
  const [left, right] = halves;
  const words = [left.level2, right.level2].filter((word) => word !== null);
  const [word] = words;
  if (!word || extra || margin < 0.6 || words.some((other) => other !== word)) return false;
  const { level1 } = levelOf(word, above);
  if (left.level1 && left.level1 !== level1) return false;
  return words.length === 2 || left.level1 !== null || (isSingle && (above === null || above === level1));
}

/** The first-level word of a row; 成本指标 that is printed twice in both halves is a second level, as it is anywhere else. */
function firstLevelOf({ halves: [left, right] }: SplitRow): Level1 | null {
  const isDoubled = right.repeated.some((text) => readLevel1(text) === left.level1);
  return isDoubled ? null : left.level1;
}

/** Whether a row holds only the ends of cells that were wrapped in the row above: `底前`, `率`. */
function isTailRow(cells: FormRow['cells']): boolean {
  return (
    cells.length <= 4 &&
    cells.every(
      ({ text }) => plain(text).length <= 4 && valueLikeness(text) < 0.75 && !/^[\d≥≤]/.test(text),
    ) &&
    !cells.some(
      ({ text }) => text.endsWith('指标') || readLevel1(text) || (plain(text).length > 2 && readLevel2(text)),
    )
  );
}

/** Adds the end of a wrapped cell to the list and column that it stands under. */
function pushTail(
  cell: FormRow['cells'][number],
  row: FormRow,
  layout: ListLayout,
  scopes: Scope[],
  entries: Entries,
): void {
  const places = layout.halves.flatMap((half, index) => {
    const scope = scopes[index];
    return scope
      ? [
          { scope, part: 'name' as const, at: half.name },
          { scope, part: 'value' as const, at: half.value },
        ]
      : [];
  });
  const [nearest] = places.sort((a, b) => Math.abs(a.at - cell.column) - Math.abs(b.at - cell.column));
  const { scope, part } = nearest ?? { scope: '实施期' as const, part: 'name' as const };
  entries[scope].push({
    ...labelEntry(scope, row, null),
    [part]: cell.text,
    [part === 'name' ? 'nameColumn' : 'valueColumn']: cell.column,
    isTail: true,
  });
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

/** Whether a cell only says that there is no indicator: `无`, `……`, `指标1：`. */
function isBlank(text: string): boolean {
  return /^(无|\/+|[-—–]+|[.…·]{2,}|指标\d*|\d+[.、])$/.test(plain(text));
}

/** The cells of a row of the lists, those that hold two printed ones parted. */
function partCells(row: FormRow, findings: ConversionFinding[], leftOut: LeftOut[]): FormRow['cells'] {
  const weights = row.cells.flatMap(({ text }) => weightOf(text) ?? []);
  for (const text of weights) leftOut.push({ line: row.line, text, reason: levelWeight });
  const cells = row.cells
    .filter((cell) => weightOf(cell.text) !== plain(cell.text))
    .filter((cell) => !readLabel(cell.text))
    .filter((cell) => !isWordEnd(cell.text, cell.column));
  return cells.flatMap((cell) => {
    const parts = partGluedCell(cell, cells);
    if (parts.length > 1) {
      findings.push({
        rule: 'cell-parted',
        status: 'decided',
        place: { line: row.line },
        message: `「${cell.text}」一格内连印 ${parts.length} 项，已分开。`,
        actual: cell.text,
      });
    }
    return parts;
  });
}

function isSingleList(layout: ListLayout | null): boolean {
  return layout?.halves.length === 1;
}

/** Whether a row holds a level word, a text and a level word again: two lists, whatever the header shows. */
function isOfTwoLists(row: FormRow): boolean {
  const kinds = row.cells.map(({ text }) => (readLevel2(text) ? 'L' : readLevel1(text) ? '' : 'T')).join('');
  return /LT+L/.test(kinds) && /LT*LT/.test(kinds);
}

/** A line without cells among the rows that names the publication. */
function isRunningHeader(row: FormRow): boolean {
  const text = plain(row.cells[0]?.text ?? '');
  return row.width === 1 && text.length >= 8 && /(公开|预算|决算|目标表|公开表)$/.test(text);
}
