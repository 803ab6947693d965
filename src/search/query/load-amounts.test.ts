import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleIndex } from '../testing/sample-index.ts';
import { samplePage } from '../testing/sample-pages.ts';
import { readQuery } from './read-query.ts';
import { searchArchive } from './search-archive.ts';

/** Words of a row, and its amounts in yuan. */
type Row = [words: string, ...yuan: number[]];

/** Pages, each with rows of one table. */
const pageOf = (rows: Row[], page: number, shard: number) =>
  samplePage({ path: `${shard}-${page}`, unit: `第${page}站`, year: 2030 + shard }, [
    '表',
    rows.map(([words, ...yuan], row) => ({
      anchor: `${shard}-${page}-${row}`,
      texts: [words],
      amounts: yuan.map((one) => ({ column: '', printed: '', yuan: one })),
    })),
  ]);

const indexOf = (shards: Row[][][]) =>
  shards.map((pages, shard) => sampleIndex(pages.map((rows, page) => pageOf(rows, page, shard))));

/** What a plain sort gives. */
function sorted(shards: Row[][][], has: (words: string) => boolean, unit: string | undefined, limit: number) {
  const all = shards.flatMap((pages, shard) =>
    pages.flatMap((rows, page) =>
      unit === undefined || unit === `第${page}站`
        ? rows.map(([words, yuan = 0], row) => ({ words, yuan, anchor: `${shard}-${page}-${row}` }))
        : [],
    ),
  );
  const hits = all.filter(({ words }) => has(words)).sort((a, b) => b.yuan - a.yuan);
  return { total: hits.length, anchors: hits.slice(0, limit).map(({ anchor }) => anchor) };
}

const yuan = fc.oneof(fc.constantFrom(0, 0, 100, 100, -700), fc.integer({ min: -1000, max: 2 ** 40 }));
const row = fc.tuple(fc.constantFrom('桥梁', '公路', '公路桥梁', '桥梁维护', '绿化'), yuan);
const archive = fc.array(
  fc.array(fc.array(row, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 4 }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

test('the greatest amounts come first, exactly as a plain sort has them', async () => {
  const asked = fc.record({
    archive,
    query: fc.constantFrom('桥', '桥梁', '公路', '绿化', '公路 桥'),
    unit: fc.option(fc.constantFrom('第0站', '第2站'), { nil: undefined }),
    limit: fc.constantFrom(1, 3, 10, 100),
  });
  await fc.assert(
    fc.asyncProperty(asked, async ({ archive, query, unit, limit }) => {
      const rows = archive as Row[][][];
      const { total, hits } = await searchArchive(
        indexOf(rows).map(({ shard }) => shard),
        { terms: readQuery(query), facets: unit ? { unit: [unit] } : {}, order: 'amount', limit },
      );
      // Of a table that has a row with both words, only such rows are hits; of another, those with one of them.
      const both = (words: string) => words.includes('公路') && words.includes('桥');
      if (query.includes(' ') && !rows.flat().every((page) => page.some(([words]) => both(words)))) return;
      const has = query.includes(' ') ? both : (words: string) => words.includes(query);
      expect({ total, anchors: hits.map(({ anchor }) => anchor) }).toEqual(sorted(rows, has, unit, limit));
    }),
    { numRuns: 400, seed: 11 },
  );
});

test('amounts are loaded only of what may be among the greatest', async () => {
  const greatest: Row[] = [['桥梁大修', 9e8]];
  const small = Array.from({ length: 12_000 }, (_, index): Row => [`第${index}号桥梁`, 100 + index]);
  const [index] = indexOf([[greatest, small]]);
  if (!index) throw new Error('one shard');
  const amounts = [...index.files.keys()].filter((path) => path.includes('/m/'));
  index.loaded.length = 0;
  const { total, hits } = await searchArchive([index.shard], {
    terms: readQuery('桥梁'),
    facets: {},
    order: 'amount',
    limit: 1,
  });
  expect([total, hits.map(({ texts }) => texts[0])]).toEqual([12_001, ['桥梁大修']]);
  expect(amounts.length).toBeGreaterThan(1);
  expect(index.loaded.filter((path) => path.includes('/m/'))).toHaveLength(1);
});
