import type { NamedCount, SuggestionKind } from '../suggestions.ts';

/** Names with their counts, as text: quicker to read back than so many objects. */
export interface PackedNames {
  /** A line each: kind, text, code, parted by tabs. */
  lines: string;
  counts: number[];
}

/** Joins lists of names: each name once, with all its rows. */
export function joinNames(lists: PackedNames[]): NamedCount[] {
  const joined = new Map<string, number>();
  for (const { lines, counts } of lists) {
    if (counts.length === 0) continue;
    lines.split('\n').forEach((line, index) => {
      joined.set(line, (joined.get(line) ?? 0) + (counts[index] as number));
    });
  }
  return [...joined].map(([line, count]) => {
    const [kind, text = '', code = ''] = line.split('\t');
    return { kind: kind as SuggestionKind, text, code, count };
  });
}
