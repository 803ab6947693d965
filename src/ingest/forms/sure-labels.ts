import { plain } from './cells-of.ts';
import { levelEvidence } from './level-evidence.ts';
import { type Entries, type Entry, otherOf } from './list-entry.ts';
import { fullName, matchOf } from './match-entries.ts';
import { type Level, levels, usualLevels } from './read-level.ts';

/**
 * The entries whose printed level words hold, whatever the order of the levels and whatever the indicator says: words
 * that are whole and that their row does not contradict. A word that the lists themselves disprove is not among them:
 * conversion has moved it to another line.
 */
export function sureLabels(entries: Entries): Set<Entry> {
  const all = [...entries.实施期, ...entries.年度];
  const printed = new Set(all.flatMap(({ label }) => label ?? []));
  const others = (entry: Entry) => entries[otherOf(entry.scope)];
  const sure = all.filter((entry) => entry.isSure);
  return new Set(
    sure.filter(
      (entry) =>
        (entry.name === null) === (entry.value === null) &&
        !isElsewhere(entry, others(entry)) &&
        !isExcluded(entry, fullName(entry, others(entry))) &&
        !isOfLostWord(entry, fullName(entry, others(entry)), entries[entry.scope], printed),
    ),
  );
}

/** Whether the other list prints the same indicator beside another level word. */
function isElsewhere(entry: Entry, others: Entry[]): boolean {
  const other = others[matchOf(entry, others)];
  return other?.isSure === true && other.label !== entry.label;
}

/** Whether the indicator cannot be of its level and is clearly of another: a date is no cost. */
function isExcluded(entry: Entry, name: string): boolean {
  const evidence = levelEvidence(name, entry.value ?? '');
  return weightOf(entry.label, evidence) <= -1 && Math.max(...evidence) >= 2;
}

/**
 * Whether an indicator carries the name of the one level whose word is not printed, in the place where it should be:
 * the word was lost, and its indicator stands beside the next one.
 */
function isOfLostWord(entry: Entry, name: string, list: Entry[], printed: Set<Level>): boolean {
  const lost = usualLevels.filter((level) => !printed.has(level));
  const [missing] = lost;
  if (!missing || lost.length > 1 || !entry.label) return false;
  const before = list.slice(0, list.indexOf(entry)).findLast(({ label }) => label)?.label;
  const place = usualLevels.indexOf(missing);
  if (usualLevels.indexOf(entry.label) !== place + 1 || before !== usualLevels[place - 1]) return false;
  const evidence = levelEvidence(name, entry.value ?? '');
  const isNamed = plain(name).includes(missing.level2.replace(/指标$/, ''));
  return isNamed && weightOf(missing, evidence) >= weightOf(entry.label, evidence) + 2;
}

/**
 * The level that a sure entry's indicator clearly speaks of where its neighbors are of that level and the printed word
 * says another: the word may have moved by a line. What a unit files under an odd level elsewhere is its own matter.
 */
export function doubtOf(entry: Entry, name: string, list: Entry[]): Level | null {
  const evidence = levelEvidence(name, entry.value ?? '');
  const most = Math.max(...evidence);
  if (most < weightOf(entry.label, evidence) + 2.5) return null;
  const level = levels[evidence.indexOf(most)] as Level;
  const at = list.indexOf(entry);
  const before = list.slice(0, at).findLast(({ label }) => label)?.label;
  const after = list.slice(at + 1).find(({ label }) => label)?.label;
  return level === before || level === after ? level : null;
}

function weightOf(level: Level | null, evidence: number[]): number {
  return level ? (evidence[levels.indexOf(level)] ?? 0) : 0;
}
