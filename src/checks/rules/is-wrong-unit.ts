import type { Term } from '../reading/term.ts';

/** Whether a form's amount is the table's ten thousand times too small or too large: 万元 printed as 元, or the reverse. */
export function isWrongUnit(form: Term, row: Term): boolean {
  if (form.unchecked || row.unchecked || form.yuan === 0 || row.yuan === 0) return false;
  // A form in 万元 loses its decimals: 8.52 万元 may stand as 8 or 9.
  const small = Math.abs(form.yuan * 10_000 - row.yuan) <= 5_000 && row.yuan >= 10_000;
  return small || Math.abs(form.yuan - row.yuan * 10_000) <= row.half * 10_000;
}
