import { expect, test } from 'vitest';
import { tableTitles } from '../schema/table-titles.ts';
import { detectMutations } from './testing/detect-mutations.ts';

/** Seeds and kinds of disclosures; `bench/check-mutations.ts` runs the same over many more. */
const seeds = [11, 12, 13];

test('a figure changed by more than rounding is found in every table, in at least 99 of 100 cases', () => {
  const rates = detectMutations(seeds, 0.12);
  expect([...rates.keys()].sort((a, b) => a - b)).toEqual(tableTitles.map(({ number }) => number));
  for (const [table, { found, missed }] of rates) {
    expect({ table, enough: found / (found + missed.length) >= 0.99, missed: missed.slice(0, 3) }).toEqual({
      table,
      enough: true,
      missed: missed.slice(0, 3),
    });
  }
});
