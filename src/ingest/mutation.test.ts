import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { Random } from '../checks/testing/random.ts';
import { parseDocument } from './parse-document.ts';
import { compareFigures } from './testing/compare-figures.ts';
import { faults } from './testing/faults.ts';
import { joinDocument, printDocument } from './testing/print-document.ts';

/** Number of mutants: 100 as a rule, 1,000 and more with `MUTANTS=1000 npx vitest run src/ingest/mutation.test.ts`. */
const runs = Number(process.env.MUTANTS ?? 100);

/** Sums printed to two decimals leave some single-row faults to chance; nothing may be wrong without a word. */
test(`figures of ${runs} damaged documents are right or reported, never silently wrong`, () => {
  const totals = { right: 0, reported: 0, noted: 0 };
  const places = fc.record({
    plan: fc.nat(200),
    seed: fc.nat(1_000_000),
    names: fc.uniqueArray(fc.nat(faults.length - 1), { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(places, ({ plan, seed, names }) => {
      const random = new Random(seed);
      const clean = cleanDisclosure(plan, {
        funds: random.int(0, 1) === 1,
        carried: random.int(0, 1) === 1,
        administrative: random.int(0, 1) === 1,
      });
      const lines = names.reduce(
        (changed, index) => (faults[index] as (typeof faults)[number]).apply(changed, random),
        printDocument(clean),
      );
      const text = joinDocument(lines);
      const { disclosure } = parseDocument(text, {
        file: 'mutant.txt',
        sha256: '0'.repeat(64),
        encoding: 'utf-8',
      });
      const { right, reported, noted, silent } = compareFigures(clean, disclosure);
      totals.right += right;
      totals.reported += reported;
      totals.noted += noted.length;
      expect(silent, names.map((index) => faults[index]?.name).join(' + ')).toEqual([]);
    }),
    { numRuns: runs, seed: 20241121 },
  );
  const all = totals.right + totals.reported + totals.noted;
  const share = (part: number) => `${((part / all) * 100).toFixed(3)} %`;
  console.info(
    `${runs} mutants, ${all} figures: right ${share(totals.right)}, undecided ${share(totals.reported)}, off with a note ${share(totals.noted)}, off in silence 0`,
  );
  expect(totals.right / all).toBeGreaterThan(0.99);
}, 600_000);
