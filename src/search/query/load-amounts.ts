import { bounds, leastWithBound } from '../index/amount-bound.ts';
import type { HitAmounts } from './matches.ts';

/**
 * Loads amounts of hits until the greatest `limit` of all shards are known for sure: from the wordings with the greatest
 * bounds on. Most stand in many rows of like amounts, so a third as many wordings as hits are asked first.
 *
 * @param shards amounts of each shard's hits, and the cells that pass
 */
export async function loadAmounts(
  shards: { amounts: HitAmounts; passes: Uint8Array }[],
  limit: number,
): Promise<void> {
  const wordings = new Int32Array(bounds);
  for (const { amounts, passes } of shards)
    amounts.bounds(passes).forEach((count, bound) => {
      (wordings[bound] as number) += count;
    });
  let bound = bounds;
  for (let wanted = Math.ceil(limit / 3); bound > 1; wanted *= 2) {
    let more = 0;
    while (bound > 1 && more < wanted) more += wordings[--bound] as number;
    const least = bound;
    await Promise.all(shards.map(({ amounts }) => amounts.load(least)));
    const known = shards.map(({ amounts, passes }) => amounts.countFrom(leastWithBound(least), passes));
    if (known.reduce((sum, count) => sum + count, 0) >= limit) return;
  }
}
