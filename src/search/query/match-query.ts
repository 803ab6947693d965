import { matchRows } from './match-rows.ts';
import { matchTerm, type TermMatches } from './match-term.ts';
import { matchWordings } from './match-wordings.ts';
import type { Matches } from './matches.ts';
import type { Shard } from './open-shard.ts';
import type { Term } from './read-query.ts';

/** Finds what answers a query in a shard: by wordings where that is enough, which is faster, or else row by row. */
export async function matchQuery(shard: Shard, terms: Term[], byAmount = false): Promise<Matches> {
  const found = await Promise.all(terms.map((term) => matchTerm(shard, term)));
  const [only] = found;
  return found.length === 1 && only?.yuan.size === 0
    ? matchWordings(shard, only as TermMatches, byAmount)
    : matchRows(shard, terms, found, byAmount);
}
