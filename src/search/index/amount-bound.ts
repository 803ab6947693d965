/** Bound of wordings of which no row has a main amount, and of those of which none is positive. */
export const noAmount = 0;
const noPositive = 1;
const least = 2;

/** One more than the greatest bound. */
export const bounds = 256;

/** Amounts below 2^10 yuan have one bound; each power of two above has eight. */
const firstPower = 10;
const steps = 8;

/** Bound of the greatest of some amounts: a number in one byte, greater for greater amounts. */
export function boundOf(amounts: ArrayLike<number>): number {
  let greatest = Number.NEGATIVE_INFINITY;
  let some = false;
  for (let at = 0; at < amounts.length; at++) {
    const yuan = amounts[at] as number;
    if (yuan > greatest) greatest = yuan;
    some ||= yuan !== 0;
  }
  if (!some) return noAmount;
  if (greatest < 1) return noPositive;
  let low: number = least;
  let high = bounds - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (leastWithBound(middle) <= greatest) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The least amount with a bound: what has a lower bound is less. */
export function leastWithBound(bound: number): number {
  if (bound <= noPositive) return Number.NEGATIVE_INFINITY;
  if (bound === least) return 1;
  const step = bound - least - 1;
  return 2 ** (firstPower + Math.floor(step / steps)) * (1 + (step % steps) / steps);
}
