import { type Column, type PageColumns, type PageFact, pageFacts } from '../index/shard-format.ts';
import type { PageFacts } from '../search-page.ts';

/** What a shard knows of a page without its packs. */
export type KnownPage = Omit<PageFacts, 'path'>;

/** The pages of a shard. */
export interface ShardPages {
  count: number;
  /** First row of each page, and the number of rows at the end. */
  starts: Int32Array;
  /** The latest year of any page. */
  newest: number;
  /** Facts of a page. */
  facts(page: number): KnownPage;
}

/** Makes the pages' columns ready. */
export function openPages({ rows, facts: columns }: PageColumns): ShardPages {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((count, page) => {
    starts[page + 1] = (starts[page] as number) + count;
  });
  const known: KnownPage[] = [];
  return {
    count: rows.length,
    starts,
    newest: Math.max(...columns.year.values.map(Number)),
    facts: (page) => (known[page] ??= factsOf(columns, page)),
  };
}

function factsOf(columns: Record<PageFact, Column>, page: number): KnownPage {
  const facts = Object.fromEntries(
    pageFacts.map((name) => [name, columns[name].values[columns[name].of?.[page] ?? 0]]),
  );
  const { heading, ...others } = facts;
  return { ...others, title: `${facts.unit}${heading}` } as KnownPage;
}
