import type { ShownRow } from '../index/shard-format.ts';
import { type Kind, kinds, type PageFacts, type RowAmount } from '../search-page.ts';
import { FacetCounter, type FacetCounts, type Facets } from './facets.ts';
import { loadAmounts } from './load-amounts.ts';
import { matchQuery } from './match-query.ts';
import type { CellRanking, Matches, RankedHit } from './matches.ts';
import type { Shard } from './open-shard.ts';
import { baseRelevance } from './rank.ts';
import type { Term } from './read-query.ts';
import { rest, tired } from './rest.ts';

export const orders = ['relevance', 'amount', 'year'] as const;
export type Order = (typeof orders)[number];

/** What is asked: see `readQuery` for terms. */
export interface Request {
  terms: Term[];
  facets: Facets;
  order: Order;
  /** Number of hits to give. */
  limit: number;
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
}

export interface Answer {
  /** Number of hits under the chosen facets. */
  total: number;
  counts: FacetCounts;
  hits: Hit[];
}

/** Searches all shards: exact count, facets, and the first hits in the order asked for. */
export async function searchArchive(
  shards: Shard[],
  { terms, facets, order, limit }: Request,
): Promise<Answer> {
  const counter = new FacetCounter(facets);
  if (terms.length === 0) return { total: 0, counts: counter.counts, hits: [] };
  const found = await Promise.all(
    shards.map(async (shard) => ({ shard, matches: await matchQuery(shard, terms, order === 'amount') })),
  );
  const ranked: RankedShard[] = [];
  for (const { shard, matches } of found) {
    if (tired()) await rest();
    const passes = counter.add(shard.pages, matches.cells);
    ranked.push({ shard, matches, ranking: { passes, bases: basesOf(shard, passes, order) } });
  }
  const best = await takeBest(ranked, limit);
  // The sort is stable: of equals, the first in the archive come first.
  best.sort((a, b) => b.hit.score - a.hit.score);
  const hits = await Promise.all(best.map(({ shard, hit }) => showHit(shard, hit)));
  return { total: counter.total, counts: counter.counts, hits };
}

/** A shard with what it matches, narrowed and ranked. */
interface RankedShard {
  shard: Shard;
  matches: Matches;
  ranking: CellRanking;
}

/** The best hits of all shards, shard by shard. */
async function takeBest(ranked: RankedShard[], limit: number): Promise<{ shard: Shard; hit: RankedHit }[]> {
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
  return taken.flat();
}

/** What all hits of a kind on a page score, where any pass. */
function basesOf({ pages }: Shard, passes: Uint8Array, order: Order): Float64Array {
  return Float64Array.from(passes, (passing, cell) => {
    if (!passing) return 0;
    const page = pages.facts(Math.floor(cell / kinds.length));
    const kind = kinds[cell % kinds.length] as Kind;
    return baseRelevance(kind, page) + (order === 'year' ? page.year * 1000 : 0);
  });
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

async function showHit(shard: Shard, { page, row, kind, matched }: RankedHit): Promise<Hit> {
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
  };
}
