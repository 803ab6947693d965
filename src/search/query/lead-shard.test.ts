import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleIndex } from '../testing/sample-index.ts';
import { samplePage } from '../testing/sample-pages.ts';
import type { Facets } from './facets.ts';
import type { Shard } from './open-shard.ts';
import type { Order } from './orders.ts';
import { readQuery } from './read-query.ts';
import { type Hit, searchArchive } from './search-archive.ts';

const pageOf = (words: string[], year: number, page: number, repealedBy = '') =>
  samplePage({ path: `${year}-${page}`, unit: `第${page}站`, year, repealedBy }, [
    '表',
    words.map((text, row) => ({
      anchor: `${year}-${page}-${row}`,
      kind:
        text.length > 4 ? ('说明' as const) : text === '公路桥梁' ? ('名词' as const) : ('表格行' as const),
      texts: [text],
      amounts: row % 3 === 0 ? [{ column: '', printed: '1', yuan: 10_000 }] : [],
    })),
  ]);

const anchors = (hits: Hit[]) => hits.map(({ anchor }) => anchor);

test('hits that are shown early are those of the whole answer', async () => {
  const word = fc.constantFrom('桥梁', '公路桥梁', '桥梁维护', '维护公路与桥梁', '绿化');
  const shard = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });
  const asked = fc.record({
    archive: fc.array(shard, { minLength: 1, maxLength: 4 }),
    years: fc.constantFrom([2033, 2032, 2031, 2030], [2031, 2031, 2031, 2031], [2030, 2032, 2031, 2031]),
    repealed: fc.constantFrom('', '2034'),
    query: fc.constantFrom('桥梁', '公路', '桥', '维护公路'),
    order: fc.constantFrom<Order>('relevance', 'year'),
    facets: fc.constantFrom<Facets>({}, { unit: ['第1站'] }, { kind: ['说明'] }),
    limit: fc.constantFrom(1, 3, 10),
  });
  let early = 0;
  await fc.assert(
    fc.asyncProperty(asked, async ({ archive, years, repealed, query, ...request }) => {
      const shards = archive.map((pages, index) => {
        const year = years[index] as number;
        return sampleIndex(
          pages.map((words, page) => pageOf(words, year, page, index === 1 ? repealed : '')),
        );
      });
      const first: string[][] = [];
      const { hits } = await searchArchive(
        shards.map(({ shard }) => shard),
        { ...request, terms: readQuery(query) },
        (hits) => first.push(anchors(hits)),
      );
      if (first.length > 0) early++;
      for (const shown of first) expect(shown).toEqual(anchors(hits));
    }),
    { numRuns: 300, seed: 5 },
  );
  expect(early).toBeGreaterThan(20);
});

test('they do not wait for shards that have nothing better', async () => {
  const words = Array.from({ length: 40 }, () => '桥梁');
  const [newer, older] = [2031, 2030].map((year) => sampleIndex([pageOf(words, year, 0)]).shard);
  if (!newer || !older) throw new Error('two shards');
  let shown: string[] = [];
  await new Promise<void>((resolve) => {
    const slow: Shard = { ...older, places: () => new Promise(() => {}) };
    const request = { terms: readQuery('桥梁'), facets: {}, order: 'relevance' as const, limit: 5 };
    void searchArchive([slow, newer], request, (hits) => {
      shown = anchors(hits);
      resolve();
    });
  });
  expect(shown).toEqual([0, 3, 6, 9, 12].map((row) => `2031-0-${row}`));
});
