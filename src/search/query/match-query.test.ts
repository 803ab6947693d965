import { expect, test } from 'vitest';
import { kinds } from '../search-page.ts';
import { sampleIndex } from '../testing/sample-index.ts';
import { samplePage } from '../testing/sample-pages.ts';
import { matchRows } from './match-rows.ts';
import { matchTerm } from './match-term.ts';
import { matchWordings } from './match-wordings.ts';
import { readQuery } from './read-query.ts';

const page = (path: string, ...notes: string[]) =>
  samplePage(
    { path, unit: path },
    [
      '表',
      [
        { texts: ['桥梁维护', '21401'] },
        { texts: ['公路', '21402'] },
        { texts: ['公路维护', '2140106'], amounts: [{ column: '合计', printed: '0.70', yuan: 7000 }] },
        { texts: ['公路', '21402'] },
      ],
    ],
    ['说明', notes.map((note) => ({ kind: '说明' as const, texts: [note] }))],
    [
      '名词解释',
      [
        { kind: '名词', texts: ['公路', '', '指本站维护的公路。'] },
        { kind: '名词', texts: ['桥梁', '', `指${path}站维护的桥梁。`] },
        ...(path === 'b' ? [{ kind: '名词' as const, texts: ['公路', '', '指本站维护的公路。'] }] : []),
      ],
    ],
  );
const pages = [
  page('a', '维护桥梁与公路。', '公路由本站维护。'),
  page('b', '维护桥梁与公路。', '公路养护，公路绿化。'),
  page('c'),
];

test.each(
  ['公路', '维护', '公路维护', '公', '214', '2140106', '没有'].flatMap((typed) => [
    [typed, false],
    [typed, true],
  ]) as [string, boolean][],
)('wordings and single rows answer %s alike, equal definitions each: %s', async (typed, each) => {
  const { shard } = sampleIndex(pages);
  const terms = readQuery(typed);
  const found = await Promise.all(terms.map((term) => matchTerm(shard, term)));
  const [only] = found;
  if (!only) throw new Error('one term');
  const how = { byAmount: false, each };
  const byWordings = await matchWordings(shard, only, how);
  const byRows = await matchRows(shard, terms, found, how);
  expect(byWordings.cells).toEqual(byRows.cells);

  const ranking = {
    passes: Uint8Array.from(byRows.cells, (_, cell) => Number(cell % 5 !== 4)),
    bases: Float64Array.from(byRows.cells, (_, cell) => Math.floor(cell / kinds.length) % 2),
  };
  const scores = byWordings.scores(ranking, 1000);
  expect(scores).toEqual(byRows.scores(ranking, 1000));
  for (const least of scores.keys())
    for (const ties of [0, 1, 3])
      expect(await byWordings.take(ranking, least, ties)).toEqual(await byRows.take(ranking, least, ties));
});
