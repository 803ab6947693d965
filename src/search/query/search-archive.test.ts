import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchPage } from '../search-page.ts';
import { sampleIndex } from '../testing/sample-index.ts';
import { samplePage } from '../testing/sample-pages.ts';
import { tokenTexts } from '../tokenize.ts';
import type { Facets } from './facets.ts';
import type { Order } from './orders.ts';
import { isPrefix, readQuery } from './read-query.ts';
import { searchArchive } from './search-archive.ts';

const open = (pages: SearchPage[]) => sampleIndex(pages).shard;

async function search(
  pages: SearchPage[] | SearchPage[][],
  typed: string,
  more: { facets?: Facets; order?: Order; each?: boolean } = {},
) {
  const shards = (Array.isArray(pages[0]) ? (pages as SearchPage[][]) : [pages as SearchPage[]]).map(open);
  const request = { terms: readQuery(typed), facets: {}, order: 'relevance' as const, limit: 100, ...more };
  return searchArchive(shards, request);
}

const found = async (...query: Parameters<typeof search>) =>
  (await search(...query)).hits.map(({ texts }) => texts[0]);

const wan = (value: string) => ({ column: '合计', printed: value, yuan: Math.round(Number(value) * 10000) });

const water = samplePage(
  { unit: '宜城水务站', title: '宜城水务站 2031年度单位预算', year: 2031, city: '宜城市', findings: true },
  [
    '表三 支出总表',
    [
      { texts: ['水利行业业务管理', '2130304'], amounts: [wan('120.50')] },
      { texts: ['水利', '21303'], amounts: [wan('300')] },
      { texts: ['水利工程维护', '2130306'], amounts: [wan('1120.50')] },
    ],
  ],
  [
    '职责',
    [
      { kind: '说明', texts: ['负责“清水”工程的维护，指导村庄用水。拨打96333热线。'] },
      { kind: '说明', texts: ['依据宜财综〔2030〕43号'] },
      { kind: '说明', texts: ['依据宜财综〔2030〕12号、宜财综〔2029〕43号'] },
    ],
  ],
);
const school = samplePage(
  { unit: '宜城小学', title: '宜城小学 2030年度单位预算', year: 2030, path: 'units/xiao-xue/2030/' },
  [
    '表三 支出总表',
    [
      { texts: ['小学教育', '2050202'], amounts: [wan('120.50')] },
      { texts: ['水利', '21303'], amounts: [wan('7')] },
    ],
  ],
);

test('finds a phrase in one cell and never across cells', async () => {
  expect(await found([water], '业务管理')).toEqual(['水利行业业务管理']);
  expect(await found([water], '管理2130304')).toEqual([]);
});

test('quotes, brackets and blanks make no difference', async () => {
  expect(await found([water], '清水工程')).toHaveLength(1);
  for (const typed of ['宜财综2030 43号', '宜财综〔2030〕43号', '【2030】43号'])
    expect(await found([water], typed)).toEqual(['依据宜财综〔2030〕43号']);
});

test('a whole name comes before part of one, a name before running text', async () => {
  expect((await found([water], '水利'))[0]).toBe('水利');
  expect((await found([water], '维护'))[0]).toBe('水利工程维护');
});

test('rows and sentences with amounts come before definitions, headings and empty rows', async () => {
  const page = samplePage({}, [
    '',
    [
      { kind: '名词', texts: ['运行经费', '', '指公用经费。'] },
      { texts: ['运行经费', '30299'] },
      { kind: '表格', texts: ['运行经费预算表'] },
      { kind: '说明', texts: ['运行经费增减变动原因说明'] },
      { kind: '说明', texts: ['本年运行经费预算3万元。'], amounts: [wan('3')] },
      { kind: '表格', texts: ['2031年运行经费预算表'], amounts: [wan('3')], repeats: true },
      { texts: ['教育系统运行经费'], amounts: [wan('3')] },
      { kind: '单位', texts: ['运行经费管理站'] },
    ],
  ]);
  expect(await found([page], '运行经费')).toEqual([
    '运行经费管理站',
    '2031年运行经费预算表',
    '教育系统运行经费',
    '本年运行经费预算3万元。',
    '运行经费',
    '运行经费',
    '运行经费预算表',
    '运行经费增减变动原因说明',
  ]);
});

const glossary = (unit: string, year: number, definition: string) =>
  samplePage({ unit, year, path: `units/${unit}/${year}/` }, [
    '名词解释',
    [{ kind: '名词', texts: ['基本支出', '', definition] }],
  ]);

test.each(['基本支出', '基本 支出'])(
  'equal definitions of several bodies are one hit of %s',
  async (typed) => {
    const same = '指保障机构运转的支出。';
    const shards = [
      [
        glossary('甲站', 2031, same),
        glossary('乙站', 2031, '指人员和公用的支出。'),
        glossary('丙站', 2031, same),
      ],
      [glossary('甲站', 2030, same)],
    ];
    const { total, hits } = await search(shards, typed);
    expect(total).toBe(4);
    expect(hits.map(({ page, same }) => [page, ...same].map(({ unit, year }) => unit + year))).toEqual([
      ['甲站2031', '丙站2031', '甲站2030'],
      ['乙站2031'],
    ]);
    const each = await search(shards, typed, { each: true });
    expect(each.hits.map(({ page, same }) => [page.unit, same.length])).toEqual([
      ['甲站', 0],
      ['乙站', 0],
      ['丙站', 0],
      ['甲站', 0],
    ]);
    const narrowed = await search(shards, typed, { facets: { unit: ['丙站'] } });
    expect(narrowed.hits.map(({ page, same }) => [page.unit, same.length])).toEqual([['丙站', 0]]);
  },
);

test('amounts that only repeat those of other rows are not found by amount', async () => {
  const rows = [
    { kind: '表格' as const, texts: ['支出总表'], amounts: [wan('300')], repeats: true },
    { texts: ['合计'], amounts: [wan('300')] },
  ];
  expect(await found([samplePage({}, ['', rows])], '300万元')).toEqual(['合计']);
});

test('says by which reading of a number something was found', async () => {
  expect((await search([water], '120.50')).amounts).toEqual([[1_205_000, 1_205_000]]);
  expect((await search([water], '2130306')).amounts).toEqual([]);
});

test('the newer year comes first among equals, across shards', async () => {
  const { hits } = await search([[school], [water]], '水利');
  expect(hits.slice(0, 2).map(({ page, texts }) => [texts[0], page.year])).toEqual([
    ['水利', 2031],
    ['水利', 2030],
  ]);
});

test('a code finds its family, a number itself and not its digits inside another', async () => {
  expect(await found([water], '21303')).toEqual(['水利', '水利行业业务管理', '水利工程维护']);
  expect(await found([water], '2130306')).toEqual(['水利工程维护']);
  expect(await found([water], '9633')).toEqual([]);
  expect(await found([water], '120.50')).toEqual(['水利行业业务管理']);
  expect(await found([water], '1205000')).toEqual(['水利行业业务管理']);
  expect(await found([water], '20.50')).toEqual([]);
});

test('amounts can be ranged, sorted and combined with words', async () => {
  expect((await found([water, school], '100..300万元')).sort()).toEqual(
    ['小学教育', '水利', '水利行业业务管理'].sort(),
  );
  expect(await found([water], '>=300 维护')).toEqual(['水利工程维护']);
  expect(await found([water, school], '水利', { order: 'amount' })).toEqual([
    '水利工程维护',
    '水利',
    '水利行业业务管理',
    '水利',
  ]);
});

test('several terms share a table or section; what the page is counts too', async () => {
  expect(await found([water, school], '宜城小学 水利')).toEqual(['水利']);
  expect(await found([water, school], '业务 维护')).toEqual(['水利行业业务管理', '水利工程维护']);
  expect(await found([water, school], '小学教育 维护')).toEqual([]);
  expect(await found([water], '水利 维护')).toEqual(['水利工程维护']);
});

test('facets narrow and count, each under what the others chose', async () => {
  const { total, counts } = await search([water, school], '水利', { facets: { year: ['2031'] } });
  expect(total).toBe(3);
  expect(Object.fromEntries(counts.year)).toEqual({ 2031: 3, 2030: 1 });
  expect(Object.fromEntries(counts.unit)).toEqual({ 宜城水务站: 3 });
  expect(Object.fromEntries(counts.findings)).toEqual({ 有: 3 });
});

test('finds exactly what a plain scan finds, for any substring', async () => {
  const text = fc.string({ unit: fc.constantFrom(...'水利工程维护“”，。〔〕 203145.aB'), maxLength: 12 });
  const row = fc.array(text, { minLength: 1, maxLength: 3 });
  const sample = fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 12 }),
    at: fc.nat(),
    length: fc.integer({ min: 1, max: 7 }),
  });
  await fc.assert(
    fc.asyncProperty(sample, async ({ rows, at, length }) => {
      const all = rows.flat().flatMap((cell) => [tokenTexts(cell)]);
      const cell = all[at % all.length] ?? [];
      const tokens = cell.slice(at % Math.max(cell.length, 1)).slice(0, length);
      if (tokens.length === 0) return;
      const shard = await open([samplePage({}, ['', rows.map((texts) => ({ texts: ['', '', ...texts] }))])]);
      const request = { facets: {}, order: 'relevance' as const, limit: 100 };
      const answer = await searchArchive([shard], {
        ...request,
        terms: [{ source: '', tokens, ranges: [] }],
      });
      const word = isPrefix({ source: '', tokens, ranges: [] }) && /^[a-z]/.test(tokens[0] ?? '');
      const scan = rows.filter((texts) =>
        texts.some((one) =>
          ` ${tokenTexts(one).join(' ')} `.includes(` ${tokens.join(' ')}${word ? '' : ' '}`),
        ),
      );
      expect(answer.total).toBe(scan.length);
      expect(answer.hits.map(({ texts }) => texts.slice(2)).sort()).toEqual(scan.sort());
    }),
    { numRuns: 300, seed: 7 },
  );
});
