import { expect, test } from 'vitest';
import { boundOf, bounds, leastWithBound, noAmount } from './amount-bound.ts';

const amounts = [
  1,
  2,
  3,
  5,
  99,
  100,
  127,
  128,
  160,
  1_205_000,
  9_999_999_999,
  2 ** 45 + 1,
  Number.MAX_SAFE_INTEGER,
];

test('an amount is at least what its bound says, and less than what the next says', () => {
  for (const yuan of amounts) {
    const bound = boundOf([0, yuan, -5]);
    expect(leastWithBound(bound)).toBeLessThanOrEqual(yuan);
    expect(bound === bounds - 1 || leastWithBound(bound + 1) > yuan).toBe(true);
  }
});

test('rows without amounts, and with negative ones, come after all positive amounts', () => {
  expect(boundOf([0, 0])).toBe(noAmount);
  expect(boundOf([-1, 0])).toBeGreaterThan(noAmount);
  expect(boundOf([-1, 0])).toBeLessThan(boundOf([1]));
  expect(leastWithBound(boundOf([-1]))).toBe(Number.NEGATIVE_INFINITY);
});
