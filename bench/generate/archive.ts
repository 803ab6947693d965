import { type Budget, makeBudget } from './budget.ts';
import { makeEdition } from './catalogue.ts';
import { writeDocument } from './document.ts';
import { createRandom } from './random.ts';

/** A synthetic disclosure in the raw format, with the budget that it was printed from. */
export interface SyntheticDisclosure {
  file: string;
  text: string;
  budget: Budget;
}

/**
 * Makes disclosure number `index` (from 0) of the seeded archive; each can be made without the others.
 *
 * @param seed names the archive: the same seed and index give the same text
 */
export function makeDisclosure(index: number, seed = 1): SyntheticDisclosure {
  const random = createRandom(seed * 1_000_003 + index);
  const budget = makeBudget(index, random);
  const edition = editions(seed)[budget.year >= 2025 ? 1 : 0] as ReturnType<typeof makeEdition>;
  return {
    file: `${String(index + 1).padStart(5, '0')}.txt`,
    text: writeDocument(budget, edition, random),
    budget,
  };
}

const made = new Map<number, ReturnType<typeof makeEdition>[]>();

function editions(seed: number): ReturnType<typeof makeEdition>[] {
  let both = made.get(seed);
  if (!both) {
    both = [
      makeEdition('晋财综〔2021〕63号', 2021, createRandom(seed * 7 + 1)),
      makeEdition('晋财综〔2024〕18号', 2024, createRandom(seed * 7 + 2)),
    ];
    made.set(seed, both);
  }
  return both;
}
