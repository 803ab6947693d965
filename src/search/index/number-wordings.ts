import { kinds } from '../search-page.ts';
import type { Segment } from './segment.ts';

/** The wordings of a shard, numbered. */
export interface Wordings {
  /** Number of each segment's wordings. */
  of: Int32Array[];
  /** Of each wording, the segment that has it first, and its number there. */
  segments: Int32Array;
  numbers: Int32Array;
  /** Wordings of each kind. */
  kinds: number[];
}

/**
 * Numbers the wordings of some pages: kind by kind, in each kind first those of several pages, then those of one page,
 * both in the order in which they first stand. So neighbors mostly stand near each other, and lists of them are short.
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
    const kind = segments[segment]?.kinds[numbers[wording] as number] as number;
    return kind * 2 + Number(!shared[wording]);
  });
  const sizes = new Array<number>(kinds.length * 2).fill(0);
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
    kinds: kinds.map((_, kind) => (sizes[kind * 2] ?? 0) + (sizes[kind * 2 + 1] ?? 0)),
  };
  owners.forEach((segment, wording) => {
    wordings.segments[final[wording] as number] = segment;
    wordings.numbers[final[wording] as number] = numbers[wording] as number;
  });
  return wordings;
}
