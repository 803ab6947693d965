import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { loadArchive } from '../src/record/load-archive.ts';
import { pagesOfArchive } from '../src/search/index/pages-of-archive.ts';
import { matchQuery, matchTerms } from '../src/search/query/match-query.ts';
import { readQuery } from '../src/search/query/read-query.ts';
import { kinds } from '../src/search/search-page.ts';
import { sampleIndex } from '../src/search/testing/sample-index.ts';
import { serveSite } from '../src/server/serve-site.ts';
import { readSettings } from '../src/settings.ts';
import { launchChromium, unpackChromium } from '../tests/browser.ts';
import { drawQueries } from './search/draw-queries.ts';
import { quantile } from './search/measure-answers.ts';
import { publishedTexts } from './search/published-texts.ts';
import { foldText, holds } from './search/scan-rows.ts';

/**
 * Compares search engines on the rows of the archive: each row is a record, each query a random substring of the
 * published text, and what a plain scan finds is right. `node bench/search-compare.ts [COUNT]`
 */
const count = Number(process.argv[2] ?? 200);
const archive = loadArchive(readSettings(process.env, process.cwd()));
const pages = pagesOfArchive(archive);
const rows = pages.flatMap((page) => page.rows.map((row) => row.texts.filter(Boolean)));
const texts = rows.map((cells) => cells.join(' \u00b6 '));
const queries = drawQueries(publishedTexts(archive), count, 20311);
const folded = rows.map((cells) => cells.map(foldText));
const truth = queries.map((query) => {
  const wanted = foldText(query);
  return new Set(folded.flatMap((cells, row) => (cells.some((cell) => holds(cell, wanted)) ? [row] : [])));
});

/** Answers of one engine: row numbers by query, with what it cost. */
interface Run {
  engine: string;
  buildSeconds: number;
  kilobytes: number;
  answers: number[][];
  /** Milliseconds a query, warm. */
  times: number[];
}

console.log(`${rows.length} rows, ${queries.length} queries`);
const runs = [await ours(), miniSearch(), flexSearch(), await stockPagefind(), await stockPagefind(true)];
console.table(
  runs.map(({ engine, buildSeconds, kilobytes, answers, times }) => {
    let found = 0;
    let wanted = 0;
    let both = 0;
    answers.forEach((list, index) => {
      const right = truth[index] as Set<number>;
      found += list.length;
      wanted += right.size;
      both += list.filter((row) => right.has(row)).length;
    });
    return {
      engine,
      recall: (both / wanted).toFixed(3),
      precision: (both / Math.max(found, 1)).toFixed(3),
      'build s': buildSeconds.toFixed(2),
      'index kB': Math.round(kilobytes),
      'median ms': quantile(times, 0.5).toFixed(2),
      'p95 ms': quantile(times, 0.95).toFixed(2),
    };
  }),
);

async function ours(): Promise<Run> {
  const begun = performance.now();
  const { files, shard } = sampleIndex(pages);
  const buildSeconds = (performance.now() - begun) / 1000;
  const { starts } = shard.pages;
  const passes = new Uint8Array((starts.length - 1) * kinds.length).fill(1);
  const { answers, times } = await timed(async (query) => {
    const terms = readQuery(query);
    const matches = await matchQuery(shard, terms, await matchTerms(shard, terms));
    const hits = await matches.take({ passes, bases: new Float64Array(passes.length) }, -1, 0);
    return hits.map(({ page, row }) => (starts[page] as number) + row);
  });
  const bytes = [...files]
    .filter(([path]) => path.startsWith('search/all/'))
    .reduce((sum, [, file]) => sum + file.length, 0);
  return { engine: 'this index', buildSeconds, kilobytes: bytes / 1000, answers, times };
}

function miniSearch(): Run {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words = (text: string) =>
    [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
  const begun = performance.now();
  const index = new MiniSearch({ fields: ['text'], tokenize: words });
  index.addAll(texts.map((text, id) => ({ id, text })));
  const buildSeconds = (performance.now() - begun) / 1000;
  const bytes = JSON.stringify(index).length;
  const { answers, times } = timedNow((query) =>
    index.search(query, { combineWith: 'AND' }).map(({ id }) => id as number),
  );
  return { engine: 'MiniSearch, Intl.Segmenter', buildSeconds, kilobytes: bytes / 1000, answers, times };
}

function flexSearch(): Run {
  const begun = performance.now();
  const index = new FlexSearch.Index({ encoder: FlexSearch.Charset.CJK, tokenize: 'strict', context: true });
  texts.forEach((text, id) => {
    index.add(id, text);
  });
  const buildSeconds = (performance.now() - begun) / 1000;
  let bytes = 0;
  index.export((_key: string, data: string) => {
    bytes += data?.length ?? 0;
  });
  const { answers, times } = timedNow((query) => index.search(query, { limit: 100000 }) as number[]);
  return { engine: 'FlexSearch, CJK', buildSeconds, kilobytes: bytes / 1000, answers, times };
}

/** Pagefind as it comes: the text as it is, language zh, in Chromium; `quoted` asks for the exact phrase. */
async function stockPagefind(quoted = false): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'mingzhang-pagefind-'));
  const begun = performance.now();
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind did not start');
  for (const [row, text] of texts.entries())
    await index.addCustomRecord({ url: `/${row}`, content: text, language: 'zh' });
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  const buildSeconds = (performance.now() - begun) / 1000;
  const files = (await index.getFiles()).files.filter(({ path }) =>
    /^(?:index|fragment)\/|pf_meta$/.test(path),
  );
  await close();
  await writeFile(join(folder, 'index.html'), '<!doctype html><html lang="zh"><title>x</title>');
  const server = await serveSite(folder, '/', 0);
  const browser = await launchChromium(await unpackChromium(resolve('.cache')));
  const tab = await browser.newPage();
  await tab.goto(server.url);
  const asked = JSON.stringify(queries.map((query) => (quoted ? `"${query}"` : query)));
  const { answers, times } = await tab.evaluate<{
    answers: number[][];
    times: number[];
  }>(`(async (queries) => {
    const pagefind = await import('/pagefind/pagefind.js');
    const answers = [];
    const times = [];
    for (const query of queries) {
      await pagefind.search(query);
      const begun = performance.now();
      const { results } = await pagefind.search(query);
      times.push(performance.now() - begun);
      const data = await Promise.all(results.map((result) => result.data()));
      answers.push(data.map(({ url }) => Number(url.replace(/\\D/g, ''))));
    }
    return { answers, times };
  })(${asked})`);
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  const engine = `Pagefind 1.6, zh${quoted ? ', quoted' : ''}`;
  return { engine, buildSeconds, kilobytes: bytes / 1000, answers, times };
}

async function timed(ask: (query: string) => Promise<number[]>): Promise<Pick<Run, 'answers' | 'times'>> {
  const answers: number[][] = [];
  const times: number[] = [];
  for (const query of queries) {
    await ask(query);
    const begun = performance.now();
    answers.push(await ask(query));
    times.push(performance.now() - begun);
  }
  return { answers, times };
}

function timedNow(ask: (query: string) => number[]): Pick<Run, 'answers' | 'times'> {
  const answers: number[][] = [];
  const times: number[] = [];
  for (const query of queries) {
    const begun = performance.now();
    answers.push(ask(query));
    times.push(performance.now() - begun);
  }
  return { answers, times };
}
