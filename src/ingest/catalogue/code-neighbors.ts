import { parentOf, wholeCode } from './code-tree.ts';
import type { SettledRow } from './settled-row.ts';

/** Nearest whole code above or below, or undefined. */
export function wholeNear(rows: readonly SettledRow[], index: number, step: 1 | -1): string | undefined {
  for (let at = index + step; at >= 0 && at < rows.length; at += step) {
    const code = rows[at]?.code ?? '';
    if (wholeCode.test(code)) return code;
  }
  return undefined;
}

/** Whether a code may stand at a place: after the row above, before the row below, in the tree that leads there. */
export function fits(code: string, rows: readonly SettledRow[], index: number): boolean {
  if (!wholeCode.test(code)) return false;
  const above = wholeNear(rows, index, -1);
  const below = wholeNear(rows, index, 1);
  if (above !== undefined && above >= code) return false;
  if (below !== undefined && below.length > 1 && below[0] === code[0] && below <= code) return false;
  // Its parent is the row above itself or one that the row above belongs to.
  const parent = parentOf(code);
  return above === undefined || above.startsWith(parent);
}

/** The code that continues the sequence of the row above: its first child, or the next of its siblings. */
export function successor(rows: readonly SettledRow[], index: number): string | undefined {
  const above = wholeNear(rows, index, -1);
  if (above === undefined) return undefined;
  if (above.length === 5) return `${above}01`;
  if (above.length !== 7) return undefined;
  return above.slice(0, 5) + String(Number(above.slice(5)) + 1).padStart(2, '0');
}
