import { fits } from './code-neighbors.ts';
import { wholeCode } from './code-tree.ts';
import type { SettledRow } from './settled-row.ts';

/** The row's code with its letter: lost ones put back, wrong ones replaced where both neighbors and the tree agree. */
export function letterFor(
  rows: readonly SettledRow[],
  index: number,
  names: ReadonlyMap<string, string>,
): string {
  const { code, name } = rows[index] as SettledRow;
  const part = partAt(rows, index);
  if (code === '') return names.get(name) ?? '';
  if (/^\d/.test(code)) {
    if (part === '') return code;
    // An odd number of digits: the first may stand for the letter (`4160601`), if the rest fits.
    if (code.length % 2 === 1 && fits(`${part}${code.slice(1)}`, rows, index)) return part + code.slice(1);
    return part + code;
  }
  if (code.length === 1 && names.has(name)) return names.get(name) ?? code;
  const wrong = code[0] !== part && part !== '' && code.length > 1;
  if (wrong && near(rows, index, -1) === part && near(rows, index, 1) !== code[0]) {
    const candidate = part + code.slice(1);
    if (fits(candidate, rows, index)) return candidate;
  }
  return code;
}

/** Letter of the part that a row stands in: that of the last level-1 row above, else of most rows. */
function partAt(rows: readonly SettledRow[], index: number): string {
  for (let at = index - 1; at >= 0; at--) {
    const code = rows[at]?.code ?? '';
    if (/^[A-Z]$/.test(code)) return code;
  }
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (wholeCode.test(row.code)) counts.set(row.code[0] ?? '', (counts.get(row.code[0] ?? '') ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}

/** Letter of the nearest row above (-1) or below (1) that has one, else `''`. */
function near(rows: readonly SettledRow[], index: number, step: 1 | -1): string {
  for (let at = index + step; at >= 0 && at < rows.length; at += step) {
    const letter = rows[at]?.code[0] ?? '';
    if (/[A-Z]/.test(letter)) return letter;
  }
  return '';
}
