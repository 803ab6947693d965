import type { ShownRow } from '../index/shard-format.ts';
import { type Kind, kinds, type PageFacts, type RowAmount } from '../search-page.ts';
import { FacetCounter, type FacetCounts, type Facets } from './facets.ts';
import { basesOf, leadOf } from './lead-shard.ts';
import { loadAmounts } from './load-amounts.ts';
import { matchQuery, matchTerms } from './match-query.ts';
import type { TermMatches } from './match-term.ts';
import type { CellRanking, Matches, RankedHit } from './matches.ts';
import type { KnownPage } from './open-pages.ts';
import type { Shard } from './open-shard.ts';
import type { Order } from './orders.ts';
import type { AmountRange, Term } from './read-query.ts';
import { rest, tired } from './rest.ts';

/** What is asked: see `readQuery` for terms. */
export interface Request {
  terms: Term[];
  facets: Facets;
  order: Order;
  /** Number of hits to give. */
  limit: number;
  /** Rows that say the same are hits each by themselves: see `sharedKinds`. */
  each?: boolean;
}

/** One hit, as it is shown. */
export interface Hit {
  page: PageFacts;
  kind: Kind;
  anchor: string;
  texts: string[];
  amounts: RowAmount[];
  /** Its table, project or section. */
  group: { title: string; anchor: string; money: string };
  /** Amount that matched the query, in yuan. */
  matched?: number | undefined;
  /** Pages of further rows that say just the same, a page for each. */
  same: KnownPage[];
}

export interface Answer {
  /** Rows that are found under the chosen facets, those of `same` among them. */
  total: number;
  counts: FacetCounts;
  hits: Hit[];
  /** The terms' amounts by which something was found, facets or not. */
  amounts: AmountRange[];
}

/**
 * Searches all shards: exact count, facets, and the first hits in the order asked for.
 *
 * @param early is given the first hits before the rest is counted, where it is known that no other shard has better ones
 */
export async function searchArchive(
  shards: Shard[],
  { terms, facets, order, limit, each = false }: Request,
  early?: (hits: Hit[]) => void,
): Promise<Answer> {
  const counter = new FacetCounter(facets);
  if (terms.length === 0) return { total: 0, counts: counter.counts, hits: [], amounts: [] };
  const found = await Promise.all(shards.map((shard) => matchTerms(shard, terms)));
  const match = (index: number) =>
    matchQuery(shards[index] as Shard, terms, found[index] as TermMatches[], {
      byAmount: order === 'amount',
      each,
    });
  const lead = early && leadOf(shards, found, order);
  if (lead) {
    const shard = shards[lead.index] as Shard;
    const ranked = rankShard(shard, await match(lead.index), new FacetCounter(facets), order);
    const { least } = leastScore([ranked.matches.scores(ranked.ranking, limit)], limit);
    if (lead.holdsFrom(least)) {
      // The others are asked when these hits have come, so as not to delay them.
      early(await showHits(await takeBest([ranked], limit)));
      await rest();
    }
  }
  const matches = await Promise.all(shards.map((_, index) => match(index)));
  const ranked: RankedShard[] = [];
  for (const [index, shard] of shards.entries()) {
    if (tired()) await rest();
    ranked.push(rankShard(shard, matches[index] as Matches, counter, order));
  }
  const hits = await showHits(await takeBest(ranked, limit));
  return { total: counter.total, counts: counter.counts, hits, amounts: amountsFound(terms, found) };
}

function amountsFound(terms: Term[], found: TermMatches[][]): AmountRange[] {
  return terms.flatMap(({ ranges }, term) => {
    const all = new Set(found.flatMap((of) => [...(of[term] as TermMatches).yuan.values()]));
    return ranges.filter(([from, to]) => [...all].some((yuan) => yuan >= from && yuan <= to));
  });
}

/** One of the best hits, with its shard. */
interface BestHit {
  shard: Shard;
  hit: RankedHit;
}

/** Shows hits; what several shards have alike is one. */
async function showHits(best: BestHit[]): Promise<Hit[]> {
  const hits = await Promise.all(best.map(({ shard, hit }) => showHit(shard, hit)));
  const firsts = new Map<string, Hit>();
  return hits.filter((hit, index) => {
    if (!best[index]?.hit.same) return true;
    const texts = hit.texts.join('\t');
    const first = firsts.get(texts);
    if (!first || first.page.path === hit.page.path) {
      firsts.set(texts, first ?? hit);
      return true;
    }
    first.same.push(hit.page, ...hit.same);
    return false;
  });
}

/** A shard with what it matches, narrowed and ranked. */
interface RankedShard {
  shard: Shard;
  matches: Matches;
  ranking: CellRanking;
}

function rankShard(shard: Shard, matches: Matches, counter: FacetCounter, order: Order): RankedShard {
  const passes = counter.add(shard.pages, matches.cells);
  return { shard, matches, ranking: { passes, bases: basesOf(shard, passes, order) } };
}

/** The best hits of all shards, in order. */
async function takeBest(ranked: RankedShard[], limit: number): Promise<BestHit[]> {
  await loadAmounts(
    ranked.flatMap(({ matches: { amounts }, ranking: { passes } }) => (amounts ? [{ amounts, passes }] : [])),
    limit,
  );
  const scores: Map<number, number>[] = [];
  for (const { matches, ranking } of ranked) {
    if (tired()) await rest();
    scores.push(matches.scores(ranking, limit));
  }
  const { least, ties } = leastScore(scores, limit);
  let left = ties;
  const taken = await Promise.all(
    ranked.map(async ({ shard, matches, ranking }, index) => {
      const own = scores[index] as Map<number, number>;
      const tied = Math.min(left, own.get(least) ?? 0);
      left -= tied;
      if (tied === 0 && ![...own.keys()].some((score) => score > least)) return [];
      shard.prepareShown();
      if (tired()) await rest();
      return (await matches.take(ranking, least, tied)).map((hit) => ({ shard, hit }));
    }),
  );
  // The sort is stable: of equals, the first in the archive come first.
  return taken.flat().sort((a, b) => b.hit.score - a.hit.score);
}

/** The score of the last hit that is shown, and how many of that score are. */
function leastScore(shards: Map<number, number>[], limit: number): { least: number; ties: number } {
  const counts = new Map<number, number>();
  for (const scores of shards)
    for (const [score, count] of scores) counts.set(score, (counts.get(score) ?? 0) + count);
  let left = limit;
  for (const score of Float64Array.from(counts.keys()).sort().reverse()) {
    const count = counts.get(score) ?? 0;
    if (count >= left) return { least: score, ties: left };
    left -= count;
  }
  return { least: Number.NEGATIVE_INFINITY, ties: 0 };
}

async function showHit(shard: Shard, { page, row, kind, matched, same = [] }: RankedHit): Promise<Hit> {
  const { pack, index } = await shard.shown(page, row);
  const { g, a, t, m = [] } = pack.rows[index] as ShownRow;
  const [title = '', anchor = '', money = ''] = pack.groups[g] ?? [];
  const amounts: RowAmount[] = [];
  for (let at = 0; at < m.length; at += 3)
    amounts.push({ column: String(m[at]), printed: String(m[at + 1]), yuan: Number(m[at + 2]) });
  return {
    page: { ...shard.pages.facts(page), path: pack.path },
    kind: kinds[kind] as Kind,
    anchor: a,
    texts: t,
    amounts,
    group: { title, anchor, money },
    matched,
    same: same.map((other) => shard.pages.facts(other)),
  };
}
