import { kinds } from '../search-page.ts';
import type { Segment } from './segment.ts';

/** The wordings of a shard, numbered. */
export interface Wordings {
  /** Number of each segment's wordings. */
  of: Int32Array[];
  /** Of each wording, the segment that has it first, and its number there. */
  segments: Int32Array;
  numbers: Int32Array;
  /** Wordings of each kind, and those of them that have amounts. */
  kinds: number[];
  valued: number[];
}

/** Classes of wordings of a kind, in order. */
const classesOfKind = 4;

/**
 * Numbers the wordings of some pages: kind by kind, in each kind first those with amounts, of these first those of several
 * pages, then those of one page, all in the order in which they first stand. So neighbors mostly stand near each other, and
 * lists of them are short.
 */
export function numberWordings(segments: Segment[]): Wordings {
  const known = new Map<string, number>();
  const owners: number[] = [];
  const numbers: number[] = [];
  const shared: boolean[] = [];
  const met = segments.map(({ digests }, segment) => {
    const wordings = new Int32Array(digests.length);
    digests.forEach((digest, number) => {
      let wording = known.get(digest);
      if (wording === undefined) {
        wording = owners.push(segment) - 1;
        known.set(digest, wording);
        numbers.push(number);
        shared.push(false);
      } else shared[wording] = true;
      wordings[number] = wording;
    });
    return wordings;
  });
  const classes = owners.map((segment, wording) => {
    const { kinds, valued } = segments[segment] as Segment;
    const number = numbers[wording] as number;
    return (kinds[number] as number) * classesOfKind + Number(!valued[number]) * 2 + Number(!shared[wording]);
  });
  const sizes = new Array<number>(kinds.length * classesOfKind).fill(0);
  for (const one of classes) sizes[one] = (sizes[one] ?? 0) + 1;
  const next: number[] = [];
  sizes.reduce((sum, size) => {
    next.push(sum);
    return sum + size;
  }, 0);
  const final = Int32Array.from(classes, (one) => {
    const number = next[one] as number;
    next[one] = number + 1;
    return number;
  });
  const wordings: Wordings = {
    of: met.map((numbers) => numbers.map((wording) => final[wording] as number)),
    segments: new Int32Array(owners.length),
    numbers: new Int32Array(owners.length),
    kinds: kinds.map((_, kind) => countOf(kind, classesOfKind)),
    valued: kinds.map((_, kind) => countOf(kind, 2)),
  };
  owners.forEach((segment, wording) => {
    wordings.segments[final[wording] as number] = segment;
    wordings.numbers[final[wording] as number] = numbers[wording] as number;
  });
  return wordings;

  /** Wordings of a kind's first classes. */
  function countOf(kind: number, classes: number): number {
    const first = kind * classesOfKind;
    return sizes.slice(first, first + classes).reduce((sum, size) => sum + size, 0);
  }
}
