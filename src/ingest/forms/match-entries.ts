import { plain } from './cells-of.ts';
import type { Entry } from './list-entry.ts';

/** Index of the same indicator in the other list, whose name may be cut shorter; −1 where none or several. */
export function matchOf(entry: Entry, others: Entry[]): number {
  const name = plain(entry.name ?? '');
  if (entry.name === null && entry.value !== null) {
    const near = others.flatMap((other, index) => {
      const isSame = other.name !== null && plain(other.value ?? '') === plain(entry.value ?? '');
      return isSame && Math.abs(other.row - entry.row) <= 3 ? [index] : [];
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

/** The longer of the two printings of a name: forms cut the names of the annual half shorter. */
export function fullName(entry: Entry, others: Entry[]): string {
  const match = matchOf(entry, others);
  const theirs = match < 0 ? '' : (others[match]?.name ?? '');
  return theirs.length > (entry.name ?? '').length ? theirs : (entry.name ?? '');
}
