import { fits, successor, wholeNear } from './code-neighbors.ts';
import { levelOf, parentOf } from './code-tree.ts';
import type { SettledRow } from './settled-row.ts';

/** Whole codes that are the printed one with one digit put in or taken out, and that fit between the neighbors. */
export function candidatesFor(rows: readonly SettledRow[], index: number): string[] {
  const row = rows[index];
  if (!row || !/^[A-Z]\d+$/.test(row.code)) return [];
  const [letter, digits] = [row.code[0] ?? '', row.code.slice(1)];
  const found = new Set<string>();
  for (let at = 0; at <= digits.length; at++) {
    for (let digit = 0; digit <= 9; digit++)
      found.add(letter + digits.slice(0, at) + digit + digits.slice(at));
    if (at < digits.length) found.add(letter + digits.slice(0, at) + digits.slice(at + 1));
  }
  const below = wholeNear(rows, index, 1);
  const possible = [...found].filter((code) => fits(code, rows, index)).toSorted();
  const inColumn = possible.filter((code) => row.column === 0 || levelOf(code) === row.column);
  const chosen = inColumn.length > 0 ? inColumn : possible;
  // The row below hangs on this one: then its own code begins with it.
  const heads = chosen.filter((code) => below !== undefined && parentOf(below) === code);
  return heads.length > 0 ? heads : chosen;
}

/** Code of a row that prints only its name: the one that the sequence lacks, or that the row below hangs on. */
export function lostCode(rows: readonly SettledRow[], index: number): string | undefined {
  const column = rows[index]?.column ?? 0;
  const below = wholeNear(rows, index, 1);
  const candidate =
    column === 4
      ? successor(rows, index)
      : below !== undefined && levelOf(below) === column + 1
        ? parentOf(below)
        : undefined;
  if (candidate === undefined || !fits(candidate, rows, index)) return undefined;
  // Siblings on both sides leave room for it only where the one below is the next but one.
  const sibling =
    column === 4 && below !== undefined && below.length === 7 && parentOf(below) === parentOf(candidate);
  return sibling && Number(below.slice(5)) !== Number(candidate.slice(5)) + 1 ? undefined : candidate;
}
