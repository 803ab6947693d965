import { matchRows } from './match-rows.ts';
import { matchTerm, type TermMatches } from './match-term.ts';
import { matchWordings } from './match-wordings.ts';
import type { Matches, MatchHow } from './matches.ts';
import type { Shard } from './open-shard.ts';
import type { Term } from './read-query.ts';

/** Finds what each term of a query matches in a shard, before it is known where that stands. */
export function matchTerms(shard: Shard, terms: Term[]): Promise<TermMatches[]> {
  return Promise.all(terms.map((term) => matchTerm(shard, term)));
}

/** Whether wordings are enough to answer a query, which is faster, or else rows must be matched one by one. */
export function byWordings(found: TermMatches[]): found is [TermMatches] {
  return found.length === 1 && found[0]?.yuan.size === 0;
}

/** Finds what answers a query in a shard. */
export function matchQuery(
  shard: Shard,
  terms: Term[],
  found: TermMatches[],
  how: MatchHow = { byAmount: false, each: false },
): Promise<Matches> {
  return byWordings(found) ? matchWordings(shard, found[0], how) : matchRows(shard, terms, found, how);
}
