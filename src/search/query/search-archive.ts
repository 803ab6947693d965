import type { ShownRow } from '../index/shard-format.ts';
import { type Kind, kinds, type PageFacts, type RowAmount } from '../search-page.ts';
import { FacetCounter, type FacetCounts, type Facets } from './facets.ts';
import { matchQuery } from './match-query.ts';
import type { RankedHit } from './matches.ts';
import type { Shard } from './open-shard.ts';
import { baseRelevance } from './rank.ts';
import type { Term } from './read-query.ts';

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
    shards.map(async (shard) => {
      const matches = await matchQuery(shard, terms, order === 'amount');
      const passes = counter.add(shard.pages, matches.cells);
      return { shard, matches, ranking: { passes, bases: basesOf(shard, passes, order) } };
    }),
  );
  const { least, ties } = leastScore(
    found.map(({ matches, ranking }) => matches.scores(ranking, limit)),
    limit,
  );
  let left = ties;
  const best: { shard: Shard; hit: RankedHit }[] = [];
  for (const { shard, matches, ranking } of found)
    for (const hit of await matches.take(ranking, least, left)) {
      best.push({ shard, hit });
      if (hit.score === least) left--;
    }
  // The sort is stable: of equals, the first in the archive come first.
  best.sort((a, b) => b.hit.score - a.hit.score);
  const hits = await Promise.all(best.map(({ shard, hit }) => showHit(shard, hit)));
  return { total: counter.total, counts: counter.counts, hits };
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
