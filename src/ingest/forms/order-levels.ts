import type { Entry } from './list-entry.ts';
import { costLevels, type Level, levels, usualLevels } from './read-level.ts';

/** Orders of the levels that forms are known to print, the likelier first. */
export function knownOrders(entries: Entry[]): Level[][] {
  const used = entries.filter(({ name, value }) => name !== null || value !== null).map(({ label }) => label);
  const indices = (list: readonly Level[]) => list.map((level) => levels.indexOf(level));
  const usual = indices(usualLevels);
  const cost = indices(costLevels);
  const rest = used.includes(levels[3] as Level) ? usual : usual.filter((at) => at !== 3);
  const known = costLevels.some((level) => used.includes(level))
    ? [0, rest.indexOf(4), rest.indexOf(8), rest.length].map((at) => rest.toSpliced(at, 0, ...cost))
    : [usual, [3, ...usual.filter((at) => at !== 3)]];
  return known.map((order) => order.map((at) => levels[at] as Level));
}

/** A run of lines with one level. */
export interface LevelRun {
  level: Level;
  /** Index of the entry that prints its word, or, where none does, of the run before it. */
  from: number;
}

/**
 * The order in which a list itself prints its level words, where no known order has it; a level may come twice. A level
 * whose word is not printed may have stood before or behind any of its own first level, or between two of those.
 *
 * @param isSure whether an entry's word is beyond doubt; the others say nothing of the order
 */
export function printedOrder(
  entries: Entry[],
  known: Level[][],
  isSure: (entry: Entry) => boolean,
): LevelRun[] | null {
  const runs: LevelRun[] = [];
  entries.forEach((entry, from) => {
    if (entry.label && isSure(entry) && runs.at(-1)?.level !== entry.label)
      runs.push({ level: entry.label, from });
  });
  if (known.some((order) => isWithin(runs, order))) return null;
  const missing = (known[0] ?? []).filter((level) => runs.every((run) => run.level !== level));
  const between = (before?: LevelRun, after?: LevelRun) =>
    missing
      .filter(({ level1 }) => {
        const beside = [before?.level.level1, after?.level.level1];
        return beside[0] !== beside[1] || beside.includes(level1);
      })
      .map((level): LevelRun => ({ level, from: before?.from ?? -1 }));
  return [
    ...between(undefined, runs[0]),
    ...runs.flatMap((run, index) => [run, ...between(run, runs[index + 1])]),
  ];
}

/** Whether the runs keep an order, each level once. */
function isWithin(runs: LevelRun[], order: Level[]): boolean {
  const places = runs.map(({ level }) => order.indexOf(level));
  return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] as number)));
}
