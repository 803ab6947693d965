/** One part of a whole, ready to be drawn: always a number. */
export interface Part {
  name: string;
  /** Whole yuan, may be negative. */
  yuan: number;
  /** Source line, null for what we computed. */
  line: number | null;
}

/** Sum of the parts in whole yuan. */
export function sumOf(parts: { yuan: number }[]): number {
  return parts.reduce((sum, part) => sum + part.yuan, 0);
}

/**
 * Largest difference in whole yuan that rounding explains between a printed total and its `count` printed parts:
 * half of the last printed place (0.01 万元) each.
 */
export function roundingTolerance(count: number): number {
  return count * 50;
}

/** What the printed total has beyond its printed parts, 0 where rounding explains it. */
export function residualOf(total: number | undefined, parts: { yuan: number }[]): number {
  if (total === undefined) return 0;
  const residual = total - sumOf(parts);
  return Math.abs(residual) <= roundingTolerance(parts.length) ? 0 : residual;
}

/** The part with the greatest amount above zero, the first of equals. */
export function largestOf<T extends { yuan: number }>(parts: T[]): T | undefined {
  const largest = parts.reduce<T | undefined>(
    (best, part) => (best && best.yuan >= part.yuan ? best : part),
    undefined,
  );
  return largest && largest.yuan > 0 ? largest : undefined;
}

/** The printed total where it differs from the sum of the parts by no more than rounding, else the sum. */
export function printedSum(printed: number | undefined, parts: { yuan: number }[]): number {
  const sum = sumOf(parts);
  return printed !== undefined && Math.abs(printed - sum) <= roundingTolerance(parts.length) ? printed : sum;
}
