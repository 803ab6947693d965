import { expect, test } from 'vitest';
import { readPercent } from '../statements/read-amount.ts';
import { judgeQuotient } from './quotient.ts';

/** Judges a stated percentage of two amounts in 万元, each printed to two decimals. */
function judge(stated: string, part: number, whole: number) {
  const percent = readPercent(stated);
  if (!percent) throw new Error(`${stated} is no percentage`);
  const [partYuan, wholeYuan] = [part, whole].map((amount) => Math.round(amount * 10_000)) as [
    number,
    number,
  ];
  return judgeQuotient(percent, { part: partYuan, whole: wholeYuan, partHalf: 50, wholeHalf: 50 })?.outcome;
}

test.each([
  ['20.00', 20, 100, '相符'],
  ['33.33', 1, 3, '相符'],
  ['66.67', 2, 3, '相符'],
  ['66.66', 2, 3, '尾差'], // cut off instead of rounded
  ['67', 2, 3, '相符'],
  ['66.7', 2, 3, '相符'],
  ['67.76', 2, 3, '不符'],
  ['7.69', 0.01, 0.13, '相符'],
  ['9.1', 0.01, 0.13, '尾差'], // small amounts: rounding moves the quotient far
  ['0', 0, 100, '相符'],
  ['100', 100, 100, '相符'],
])('said to be %s of a hundred, %d in %d: %s', (stated, part, whole, outcome) => {
  expect(judge(stated, part, whole)).toBe(outcome);
});

test('there is no quotient of nothing', () => {
  expect(judge('100', 5, 0)).toBeUndefined();
});
