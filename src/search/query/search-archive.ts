import type { ShownRow } from '../index/shard-format.ts';
import type { Kind, PageFacts, RowAmount } from '../search-page.ts';
import { FacetCounter, type FacetCounts, type Facets } from './facets.ts';
import { type Matches, matchQuery } from './match-query.ts';
import { kindOf, lastAtMost, type Shard } from './open-shard.ts';
import { Best, relevance } from './rank.ts';
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

interface Found {
  shard: Shard;
  row: number;
  page: PageFacts;
  kind: Kind;
  matched: number | undefined;
}

/** Searches all shards: exact count, facets, and the first hits in the order asked for. */
export async function searchArchive(shards: Shard[], request: Request): Promise<Answer> {
  const counter = new FacetCounter(request.facets);
  const best = new Best<Found>(request.limit);
  if (request.terms.length > 0) {
    const matches = await Promise.all(shards.map((shard) => matchQuery(shard, request.terms)));
    for (const [index, shard] of shards.entries())
      await collect(shard, matches[index] as Matches, request.order, counter, best);
  }
  const hits = await Promise.all(best.items.map(({ item }) => showHit(item)));
  return { total: counter.total, counts: counter.counts, hits };
}

async function collect(
  shard: Shard,
  matches: Matches,
  order: Order,
  counter: FacetCounter,
  best: Best<Found>,
): Promise<void> {
  const { rows, grades, own, span, yuan } = matches;
  const mains = order === 'amount' ? await shard.mains(rows) : null;
  const { starts, pages } = shard.runs;
  let at = 0;
  while (at < rows.length) {
    const run = lastAtMost(starts, rows[at] as number);
    const end = starts[run + 1] ?? shard.meta.rows;
    let to = at + 1;
    while (to < rows.length && (rows[to] as number) < end) to++;
    const page = shard.meta.pages[pages[run] ?? 0] as PageFacts;
    const kind = kindOf(shard, run);
    if (counter.add(page, kind, to - at))
      for (let index = at; index < to; index++) {
        const row = rows[index] as number;
        const matched = yuan.get(row);
        const rank = {
          own: own[index] ?? 0,
          grades: grades[index] ?? 0,
          span: span[index] ?? -1,
          kind,
          page,
        };
        const score =
          order === 'amount'
            ? (matched ?? mains?.[index] ?? 0)
            : order === 'year'
              ? page.year * 1000 + relevance(rank)
              : relevance(rank);
        best.add(score, () => ({ shard, row, page, kind, matched }));
      }
    at = to;
  }
}

async function showHit({ shard, row, page, kind, matched }: Found): Promise<Hit> {
  const { pack, index } = await shard.shown(row);
  const { g, a, t, m = [] } = pack.rows[index] as ShownRow;
  const [title = '', anchor = '', money = ''] = pack.groups[g] ?? [];
  const amounts: RowAmount[] = [];
  for (let at = 0; at < m.length; at += 3)
    amounts.push({ column: String(m[at]), printed: String(m[at + 1]), yuan: Number(m[at + 2]) });
  return { page, kind, anchor: a, texts: t, amounts, group: { title, anchor, money }, matched };
}
