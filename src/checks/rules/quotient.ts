import type { Outcome } from '../../schema/finding.ts';
import type { StatedPercent } from '../statements/statement.ts';

/** A part and a whole in whole yuan, each with how far rounding may have moved it. */
export interface Fraction {
  part: number;
  whole: number;
  partHalf: number;
  wholeHalf: number;
}

/** How a stated percentage relates to a quotient. */
export interface QuotientResult {
  outcome: Exclude<Outcome, '未检查'>;
  /** The quotient with two decimals: `97.68%`. */
  expected: string;
}

/**
 * Judges a stated percentage against the quotient that it should be, in integers.
 *
 * 相符: it is the quotient rounded to the stated digits. 尾差: it is cut off instead of rounded, or the rounding of the
 * two amounts explains it. Null where the whole is not positive.
 */
export function judgeQuotient(stated: StatedPercent, fraction: Fraction): QuotientResult | null {
  const { part, whole, partHalf, wholeHalf } = fraction;
  if (whole <= 0) return null;
  const ppm = Math.abs(stated.ppm);
  const exact = ratio(part, whole);
  const low = ratio(Math.max(part - partHalf, 0), whole + wholeHalf);
  const high = whole > wholeHalf ? ratio(part + partHalf, whole - wholeHalf) : Number.POSITIVE_INFINITY;
  const expected = `${(Math.round(exact / 100) / 100).toFixed(2)}%`;
  // Half a millionth more: the ratio itself is rounded to millionths.
  const off = Math.abs(exact - ppm);
  if (off <= stated.half + 0.5) return { outcome: '相符', expected };
  const near = ppm >= low - 2 * stated.half - 1 && ppm <= high + 2 * stated.half + 1;
  return { outcome: near ? '尾差' : '不符', expected };
}

/** part ÷ whole in millionths, exact integers up to the last rounding. Both may have half a yuan. */
function ratio(part: number, whole: number): number {
  return Number((BigInt(part * 2) * 10_000_000n) / BigInt(whole * 2)) / 10;
}
