import type { FormRow } from './cells-of.ts';
import { valueLikeness } from './value-likeness.ts';

/** Whether a row without any label or level word reads like names and values, as the first of a continued sheet may. */
export function isIndicatorRow(row: FormRow): boolean {
  const { cells } = row;
  if (cells.length < 2 || cells.length > 6 || cells.some((cell) => cell.text.length > 40)) return false;
  if (!cells.some((cell) => /\p{Script=Han}{2}/u.test(cell.text))) return false;
  const values = cells.filter((cell) => valueLikeness(cell.text) >= 0.75 || /.[≥≤]\d/.test(cell.text));
  return values.length > 0 && values.length * 2 >= cells.length - 1;
}
