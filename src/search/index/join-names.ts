import type { NamedCount } from '../suggestions.ts';

/** Joins lists of names: each name once, with all its rows. */
export function joinNames(lists: NamedCount[][]): NamedCount[] {
  const joined = new Map<string, NamedCount>();
  for (const list of lists)
    for (const name of list) {
      const key = `${name.kind}\t${name.text}\t${name.code}`;
      const known = joined.get(key);
      if (known) known.count += name.count;
      else joined.set(key, { ...name });
    }
  return [...joined.values()];
}
