import type { ShownRow } from '../index/shard-format.ts';
import { type Kind, kinds, type PageFacts, type RowAmount } from '../search-page.ts';
import { FacetCounter, type FacetCounts, type Facets } from './facets.ts';
import { type Matches, matchQuery } from './match-query.ts';
import { lastAtMost, type Shard } from './open-shard.ts';
import { Best, baseRelevance, relevance } from './rank.ts';
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
  const cells = cellsOf(shard, rows);
  const passing = countCells(shard, cells, counter);
  const bases = new Map<number, number>();
  for (let index = 0; index < rows.length; index++) {
    const cell = cells[index] as number;
    if (!passing.has(cell)) continue;
    const page = pageOf(shard, cell);
    const kind = kinds[cell % kinds.length] as Kind;
    const row = rows[index] as number;
    const matched = yuan.size > 0 ? yuan.get(row) : undefined;
    let score: number;
    if (order === 'amount') score = matched ?? mains?.[index] ?? 0;
    else {
      let base = bases.get(cell);
      if (base === undefined) {
        base = baseRelevance(kind, page) + (order === 'year' ? page.year * 1000 : 0);
        bases.set(cell, base);
      }
      score = base + relevance(own[index] ?? 0, grades[index] ?? 0, span[index] ?? -1);
    }
    if (best.takes(score)) best.add(score, { shard, row, page, kind, matched });
  }
}

/** Page and kind of each row, as one number. */
function cellsOf({ runs, meta }: Shard, rows: Int32Array): Int32Array {
  const cells = new Int32Array(rows.length);
  let run = 0;
  rows.forEach((row, index) => {
    if (row >= (runs.starts[run + 1] ?? meta.rows)) run = lastAtMost(runs.starts, row);
    cells[index] = (runs.pages[run] ?? 0) * kinds.length + (runs.kinds[run] ?? 0);
  });
  return cells;
}

function pageOf({ meta }: Shard, cell: number): PageFacts {
  return meta.pages[Math.floor(cell / kinds.length)] as PageFacts;
}

/** Counts the hits of each page and kind, and tells which pass what is chosen. */
function countCells(shard: Shard, cells: Int32Array, counter: FacetCounter): Set<number> {
  const hits = new Map<number, number>();
  for (let from = 0; from < cells.length; ) {
    const cell = cells[from] as number;
    let to = from + 1;
    while (cells[to] === cell) to++;
    hits.set(cell, (hits.get(cell) ?? 0) + to - from);
    from = to;
  }
  const passing = [...hits].filter(([cell, count]) =>
    counter.add(pageOf(shard, cell), kinds[cell % kinds.length] as Kind, count),
  );
  return new Set(passing.map(([cell]) => cell));
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
