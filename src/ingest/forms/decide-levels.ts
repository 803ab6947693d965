import { greatest } from 'd3-array';
import type { ConversionFinding } from '../../schema/finding.ts';
import { plain } from './cells-of.ts';
import { levelEvidence } from './level-evidence.ts';
import type { Entries, Entry, Scope } from './list-entry.ts';
import { type LevelPlacing, type PlacedLevel, placeLevels } from './place-levels.ts';
import { costLevels, type Level, levels, usualLevels } from './read-level.ts';

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

/** Orders of the levels that forms are known to print, the likelier first. */
function ordersOf(entries: Entry[]): number[][] {
  const used = entries.filter(({ name, value }) => name !== null || value !== null).map(({ label }) => label);
  const indices = (list: readonly Level[]) => list.map((level) => levels.indexOf(level));
  const usual = indices(usualLevels);
  const cost = indices(costLevels);
  if (!costLevels.some((level) => used.includes(level)))
    return [usual, [3, ...usual.filter((at) => at !== 3)]];
  const rest = used.includes(levels[3] as Level) ? usual : usual.filter((at) => at !== 3);
  return [0, rest.indexOf(4), rest.indexOf(8), rest.length].map((at) => rest.toSpliced(at, 0, ...cost));
}

/** Decides the level of each entry of both lists; the second pass lets matching names of the other list help. */
export function decideLevels(entries: Entries): Record<Scope, PlacedLevel[]> {
  const orders = ordersOf([...entries.实施期, ...entries.年度]);
  const place = (scope: Scope, help: (entry: Entry, index: number) => number[]): PlacedLevel[] => {
    const others = entries[scope === '年度' ? '实施期' : '年度'];
    const elements = entries[scope].map((entry, index) => {
      const extra = help(entry, index);
      const evidence = levelEvidence(fullName(entry, others), entry.value ?? '');
      return {
        label: entry.label === null ? null : levels.indexOf(entry.label),
        filled: entry.name !== null || entry.value !== null,
        evidence: evidence.map((weight, level) => weight + (extra[level] ?? 0)),
      };
    });
    const placeIn = placeLevels(elements);
    const [usual, ...further] = orders.map(placeIn) as [LevelPlacing, ...LevelPlacing[]];
    const better = further.filter(({ score }) => score > usual.score + 2);
    return (greatest(better, ({ score }) => score) ?? usual).placed();
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
      return levels.map((_, level) => (level === found.level ? Math.min(2, found.margin) : 0));
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
