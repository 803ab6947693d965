import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { parseDocument } from '../src/ingest/parse-document.ts';
import { collectNames } from '../src/search/index/collect-names.ts';
import type { Manifest } from '../src/search/index/manifest.ts';
import { planShards } from '../src/search/index/plan-shards.ts';
import { writeShard } from '../src/search/index/write-shard.ts';
import { writeSuggestions } from '../src/search/index/write-suggestions.ts';
import { startPagefind } from '../src/search/pagefind/write-pagefind.ts';
import { rowsOfDisclosure } from '../src/search/rows-of-disclosure.ts';
import type { SearchPage } from '../src/search/search-page.ts';
import { serveSite } from '../src/server/serve-site.ts';
import { launchChromium, unpackChromium } from '../tests/browser.ts';
import { makeDisclosure } from './generate/archive.ts';
import { askPage, type PageAnswer } from './search/ask-page.ts';
import { firstQueryBytes } from './search/first-query-bytes.ts';
import { quantile } from './search/measure-answers.ts';

/**
 * Prints what search costs at several sizes of the archive: `node bench/search-scale.ts 100 1000 3000`.
 *
 * Disclosures are synthetic; after the first 200 they are those again as other bodies in other years, so that
 * making them does not take the time. Needs a built site in `dist` for its search page.
 */
const sizes = process.argv.slice(2).map(Number);
const distinct = 200;
const queries = [
  '的',
  '社',
  '社会',
  '社会保障',
  '社会保障和就业支出',
  '三公经费',
  '公务接待费',
  '2080505',
  '20805',
  '公积金',
  '培训 经费',
  '>=1亿',
  '4762.92',
  '养老保险',
];

const made = Array.from({ length: Math.min(distinct, Math.max(...sizes)) }, (_, index) => pageOf(index));
const chromium = await unpackChromium(resolve('.cache'));
for (const size of sizes) await measure(size);

function pageOf(index: number): SearchPage {
  const { text, file } = makeDisclosure(index);
  const source = { file, sha256: '0'.repeat(64), encoding: 'utf-8' };
  return rowsOfDisclosure(parseDocument(text, source).disclosure, index % 7 === 0);
}

/** The page of any index: a copy of one of the distinct pages as another body's of another year. */
function copyOf(index: number): SearchPage {
  const page = made[index % made.length] as SearchPage;
  const year = page.facts.year - (index % 4);
  const unit =
    index < made.length ? page.facts.unit : `${page.facts.unit}第${Math.floor(index / made.length)}分中心`;
  const path = `units/body-${index}/${year}/`;
  return { ...page, facts: { ...page.facts, path, unit, year, title: `${unit} ${year}年度单位预算` } };
}

async function measure(size: number): Promise<void> {
  const dist = await mkdtemp(join(tmpdir(), 'mingzhang-search-'));
  await cp('dist/_astro', join(dist, '_astro'), { recursive: true });
  await cp('dist/search/index.html', join(dist, 'search/index.html'));
  const ids = Array.from({ length: size }, (_, index) => ({
    index,
    id: copyOf(index).facts.path.slice(6, -1),
  }));
  const manifest: Manifest = { shards: [], pagefind: [], suggestions: 'search/suggestions.bin' };
  const result: Record<string, number | string> = { disclosures: size, rows: 0 };
  let seconds = 0;
  let bytes = 0;
  let files = 0;
  const names = [];
  for (const [name, planned] of planShards(ids, 512)) {
    const pages = planned.map(({ index }) => copyOf(index));
    const begun = performance.now();
    const shard = writeShard(pages);
    names.push(collectNames(pages));
    seconds += (performance.now() - begun) / 1000;
    const path = `search/${name}`;
    for (const [file, content] of shard) {
      await put(join(dist, path, `${file}.bin`), content);
      bytes += content.length;
      files++;
    }
    const rows = pages.reduce((sum, page) => sum + page.rows.length, 0);
    manifest.shards.push({ path, pages: pages.length, rows });
    result.rows = Number(result.rows) + rows;
  }
  const suggestions = deflateRawSync(JSON.stringify(writeSuggestions(names)));
  await put(join(dist, manifest.suggestions), suggestions);
  await put(join(dist, 'search/manifest.json'), JSON.stringify(manifest));
  Object.assign(result, {
    shards: manifest.shards.length,
    indexSeconds: round(seconds),
    msADisclosure: round((seconds * 1000) / size),
    indexMB: round(bytes / 1e6),
    files,
    suggestionsKB: round(suggestions.length / 1000),
  });
  if (process.env.PAGEFIND) Object.assign(result, await measurePagefind(ids));
  Object.assign(result, await measureQueries(dist));
  console.log(result);
  await rm(dist, { recursive: true, force: true });
}

async function measurePagefind(ids: { index: number; id: string }[]) {
  const service = await startPagefind();
  const begun = performance.now();
  let bytes = 0;
  let slowest = 0;
  for (const planned of planShards(ids, 128).values()) {
    const start = performance.now();
    const files = await service.write(planned.map(({ index }) => copyOf(index)));
    slowest = Math.max(slowest, performance.now() - start);
    for (const content of files.values()) bytes += content.length;
  }
  await service.close();
  return {
    pagefindSeconds: round((performance.now() - begun) / 1000),
    pagefindShardSeconds: round(slowest / 1000),
    pagefindMB: round(bytes / 1e6),
  };
}

async function measureQueries(dist: string) {
  const server = await serveSite(dist, '/', 0);
  const browser = await launchChromium(chromium);
  const page = `${server.url}search/`;
  const common = await firstQueryBytes(browser, `${page}?q=${encodeURIComponent('社会保障')}`);
  const rare = await firstQueryBytes(browser, `${page}?q=${encodeURIComponent('12348法律')}`);
  const tab = await browser.newPage();
  await tab.goto(page);
  await ask(tab, queries);
  const warm = await ask(tab, queries);
  await browser.close();
  await server.close();
  const times = warm.map(({ shown }) => shown);
  return {
    firstCommon: `${Math.round(common.bytes / 1000)} kB (index ${Math.round(common.indexBytes / 1000)} kB, ${common.indexRequests} requests) ${common.milliseconds} ms`,
    firstRare: `${Math.round(rare.bytes / 1000)} kB (index ${Math.round(rare.indexBytes / 1000)} kB, ${rare.indexRequests} requests) ${rare.milliseconds} ms`,
    warmMedianMs: round(quantile(times, 0.5)),
    warmSlowest: warm
      .toSorted((a, b) => b.shown - a.shown)
      .slice(0, 5)
      .map(({ query, total, search, shown }) => `${query} (${total}): ${round(search)}/${round(shown)} ms`)
      .join(', '),
  };
}

function ask(tab: Page, list: string[]): Promise<PageAnswer[]> {
  return tab.evaluate<PageAnswer[]>(`(${askPage})(${JSON.stringify(list)}, false)`);
}

async function put(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
