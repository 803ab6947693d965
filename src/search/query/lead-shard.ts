import { type Kind, kinds } from '../search-page.ts';
import { byWordings } from './match-query.ts';
import type { TermMatches } from './match-term.ts';
import type { KnownPage } from './open-pages.ts';
import type { Shard } from './open-shard.ts';
import type { Order } from './orders.ts';
import { baseRelevance, relevance } from './rank.ts';

/** The shard that may have the best hits of all. */
export interface LeadShard {
  index: number;
  /** Whether no hit of another shard comes before those of this one that score at least `score`. */
  holdsFrom(score: number): boolean;
}

/**
 * Tells which shard may have the best hits, by what the terms match and before it is known where that stands; `null` where
 * that cannot be told, because rows must be matched one by one, or the amounts decide.
 */
export function leadOf(shards: Shard[], found: TermMatches[][], order: Order): LeadShard | null {
  if (order === 'amount' || !found.every(byWordings)) return null;
  const best = shards.map((shard, index) => bestScore(shard, found[index]?.[0] as TermMatches, order));
  const lead = best.indexOf(Math.max(...best));
  // Of hits with the same score, those of the first shard come first.
  const holdsFrom = (score: number) =>
    best.every((other, index) => index === lead || other < score || (other === score && index > lead));
  return { index: lead, holdsFrom: (score) => Number.isFinite(score) && holdsFrom(score) };
}

/** A score that no hit of a shard exceeds. */
function bestScore(shard: Shard, { wordings, grades }: TermMatches, order: Order): number {
  const newest = { year: shard.pages.newest, repealedBy: '' };
  const bases = kinds.map((kind) => baseOf(kind, newest, order));
  let best = Number.NEGATIVE_INFINITY;
  wordings.forEach((wording, index) => {
    const base = bases[shard.kindOf(wording)] as number;
    best = Math.max(best, base + relevance(1, grades[index] as number, -1, shard.isValued(wording)));
  });
  return best;
}

/** What all hits of a kind on a page score, where any pass. */
export function basesOf({ pages }: Shard, passes: Uint8Array, order: Order): Float64Array {
  return Float64Array.from(passes, (passing, cell) =>
    passing
      ? baseOf(kinds[cell % kinds.length] as Kind, pages.facts(Math.floor(cell / kinds.length)), order)
      : 0,
  );
}

function baseOf(kind: Kind, page: Pick<KnownPage, 'year' | 'repealedBy'>, order: Order): number {
  return baseRelevance(kind, page) + (order === 'year' ? page.year * 1000 : 0);
}
