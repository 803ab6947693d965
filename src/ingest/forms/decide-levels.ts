import { greatest } from 'd3-array';
import type { ConversionFinding } from '../../schema/finding.ts';
import { levelEvidence } from './level-evidence.ts';
import { type Entries, type Entry, otherOf, type Scope } from './list-entry.ts';
import { fullName, matchOf } from './match-entries.ts';
import { knownOrders, type LevelRun, printedOrder } from './order-levels.ts';
import { type LevelPlacing, type PlacedLevel, placeLevels } from './place-levels.ts';
import { type Level, levels } from './read-level.ts';
import { doubtOf, sureLabels } from './sure-labels.ts';

/** Notes where one list is blank beside an indicator of the other list that it holds nowhere else. */
export function reportOneSided(entries: Entries, findings: ConversionFinding[]): void {
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
      const beside = entries[scope].filter((one) => one.row === entry.row);
      if (beside.some((one) => one.name !== null || one.value !== null)) continue;
      if (!alone.some((one) => one === entry || Math.abs(one.row - entry.row) <= 3)) continue;
      findings.push({
        rule: 'half-empty',
        status: 'note',
        place: { line: entry.line },
        message: `${other}指标「${entry.name}」所在行的${scope}栏空白，${scope}栏比${other}栏少印指标。`,
      });
    }
  }
}

/** Level of an entry. */
export interface DecidedLevel extends PlacedLevel {
  /** Level that the indicator rather speaks of, where a printed word beyond doubt decides against it. */
  doubt: Level | null;
}

/** Decides the level of each entry of both lists; the second pass lets matching names of the other list help. */
export function decideLevels(entries: Entries): Record<Scope, DecidedLevel[]> {
  const known = knownOrders([...entries.实施期, ...entries.年度]);
  const sure = sureLabels(entries);
  const place = (scope: Scope, help: (entry: Entry, index: number) => number[]): DecidedLevel[] => {
    const own = entries[scope];
    const runs = printedOrder(own, known, (entry) => sure.has(entry));
    const slots = slotsOf(runs);
    const elements = own.map((entry, index) => {
      const extra = help(entry, index);
      const evidence = levelEvidence(fullName(entry, entries[otherOf(scope)]), entry.value ?? '');
      return {
        label: entry.label && slots.of(entry.label, index),
        isSure: sure.has(entry),
        filled: entry.name !== null || entry.value !== null,
        evidence: slots.levels.map((level) => (evidence[level] ?? 0) + (extra[level] ?? 0)),
      };
    });
    const placeIn = placeLevels(elements);
    const ofKnown = known.map((order) => placeIn(order.map((level) => levels.indexOf(level))));
    const ofPrint = runs ? [placeIn(slots.printed)] : [];
    // A level that comes twice is in no known order.
    const [usual, ...further] = (slots.isRepeated ? ofPrint : [...ofKnown, ...ofPrint]) as [
      LevelPlacing,
      ...LevelPlacing[],
    ];
    const better = further.filter(({ score }) => score > usual.score + 2);
    const placed = (greatest(better, ({ score }) => score) ?? usual).placed();
    return placed.map(({ level, margin }, index) => {
      const entry = own[index] as Entry;
      const isFilled = elements[index]?.isSure && elements[index]?.filled;
      const doubt = isFilled ? doubtOf(entry, fullName(entry, entries[otherOf(scope)]), own) : null;
      return { level: slots.levels[level] as number, margin, doubt };
    });
  };
  const first: Record<Scope, DecidedLevel[]> = {
    实施期: place('实施期', () => []),
    年度: place('年度', () => []),
  };
  const second = (scope: Scope) =>
    place(scope, (entry, index) => {
      const other = otherOf(scope);
      const match = matchOf(entry, entries[other]);
      const found = match < 0 ? undefined : first[other][match];
      const own = first[scope][index]?.margin ?? 0;
      // Lists that share a fault must not confirm each other: only the surer one helps.
      if (!found || own > 1.5 || found.margin < own + 0.5) return [];
      return levels.map((_, level) => (level === found.level ? Math.min(2, found.margin) : 0));
    });
  return { 实施期: second('实施期'), 年度: second('年度') };
}

/** Numbers for the places in which levels can stand: those of the levels, and further ones where a level comes again. */
function slotsOf(runs: LevelRun[] | null) {
  const slotLevels = levels.map((_, level) => level);
  const printed = (runs ?? []).map(({ level }, index) => {
    const at = levels.indexOf(level);
    const isFirst = runs?.findIndex((run) => run.level === level) === index;
    return isFirst ? at : slotLevels.push(at) - 1;
  });
  return {
    /** Level of each slot, as an index of `levels`. */
    levels: slotLevels,
    /** Slots in the order in which the list prints them. */
    printed,
    isRepeated: slotLevels.length > levels.length,
    /** Slot of a level word at an entry: that of the last run which began before it. */
    of(level: Level, entry: number): number {
      const run = (runs ?? []).findLastIndex((one) => one.level === level && one.from <= entry);
      return printed[run] ?? levels.indexOf(level);
    },
  };
}
