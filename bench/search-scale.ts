import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { parseDocument } from '../src/ingest/parse-document.ts';
import { loadArchive } from '../src/record/load-archive.ts';
import { joinSegments } from '../src/search/index/join-segments.ts';
import { makePacks } from '../src/search/index/make-packs.ts';
import type { Manifest } from '../src/search/index/manifest.ts';
import { joinNames } from '../src/search/index/packed-names.ts';
import { planShards } from '../src/search/index/plan-shards.ts';
import { makeSegment, type Segment } from '../src/search/index/segment.ts';
import { writeSuggestions } from '../src/search/index/write-suggestions.ts';
import { pagefindPage } from '../src/search/pagefind/pagefind-page.ts';
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
 * making them does not take the time. `ARCHIVE=<content>` takes the disclosures of an archive instead, in which none
 * repeats until all were taken. Needs a built site in `dist` for its search page.
 */
const sizes = process.argv.slice(2).map(Number);
const distinct = 200;
/** Disclosures in a shard of rows, and of Pagefind. */
const [rowsShard = 384, pagesShard = 64] = (process.env.SHARDS ?? '').split(',').filter(Boolean).map(Number);
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

const records = process.env.ARCHIVE
  ? loadArchive({ content: resolve(process.env.ARCHIVE), cache: resolve('.cache') }).disclosures
  : null;
const count = records?.length ?? Math.min(distinct, Math.max(...sizes));
const chromium = await unpackChromium(resolve('.cache'));
for (const size of sizes) await measure(size);

function pageOf(index: number): SearchPage {
  const record = records?.[index];
  if (record) return rowsOfDisclosure(record.load(), index % 7 === 0);
  const { text, file } = makeDisclosure(index);
  const source = { file, sha256: '0'.repeat(64), encoding: 'utf-8' };
  return rowsOfDisclosure(parseDocument(text, source).disclosure, index % 7 === 0);
}

/** The page of any index: a copy of one of the distinct pages as another body's of another year. */
function copyOf(index: number): SearchPage {
  const page = pageOf(index % count);
  if (index < count) return page;
  const { facts, rows } = page;
  const unit = `${facts.unit}第${Math.floor(index / count)}分中心`;
  const path = `units/body-${index}/${facts.year}/`;
  const [first, ...others] = rows;
  if (!first) return page;
  return {
    ...page,
    facts: { ...facts, path, unit, title: facts.title.replace(facts.unit, unit) },
    rows: [{ ...first, texts: [unit, ...first.texts.slice(1)] }, ...others],
  };
}

async function measure(size: number): Promise<void> {
  const dist = await mkdtemp(join(tmpdir(), 'mingzhang-search-'));
  await cp('dist/_astro', join(dist, '_astro'), { recursive: true });
  await cp('dist/search/index.html', join(dist, 'search/index.html'));
  let segmentSeconds = 0;
  let shardSeconds = 0;
  let slowest = 0;
  let bytes = 0;
  let files = 0;
  const keep = async (path: string, content: Uint8Array) => {
    await put(join(dist, path), content);
    bytes += content.length;
    files++;
  };
  const all: { id: string; segment: Segment }[] = [];
  for (let index = 0; index < size; index++) {
    const page = copyOf(index);
    const begun = performance.now();
    const packs = makePacks(page);
    const segment = makeSegment(page, packs);
    segmentSeconds += (performance.now() - begun) / 1000;
    for (const [at, content] of packs.files.entries())
      await keep(`search/${packs.folder}/${at}.bin`, content);
    all.push({ id: page.facts.path.slice(6, -1), segment });
  }
  const manifest: Manifest = { shards: [], pagefind: [], suggestions: 'search/suggestions.bin' };
  const names = [];
  for (const [name, planned] of planShards(all, rowsShard)) {
    const segments = planned.map(({ segment }) => segment);
    const begun = performance.now();
    const shard = joinSegments(segments);
    names.push(joinNames(segments.map((segment) => segment.names)));
    const took = (performance.now() - begun) / 1000;
    shardSeconds += took;
    slowest = Math.max(slowest, took);
    const path = `search/${name}`;
    for (const [file, content] of shard) await keep(`${path}/${file}`, content);
    const rows = segments.reduce((sum, { rows }) => sum + rows.length, 0);
    manifest.shards.push({ path, pages: segments.length, rows });
  }
  const suggestions = deflateRawSync(JSON.stringify(writeSuggestions(names)));
  await put(join(dist, manifest.suggestions), suggestions);
  const pagefind = process.env.PAGEFIND ? await measurePagefind(all, dist, manifest) : {};
  await put(join(dist, 'search/manifest.json'), JSON.stringify(manifest));
  const result = {
    disclosures: size,
    rows: manifest.shards.reduce((sum, { rows }) => sum + rows, 0),
    shards: manifest.shards.length,
    segmentMs: round((segmentSeconds * 1000) / size),
    joinMs: round((shardSeconds * 1000) / size),
    slowestShardSeconds: round(slowest),
    indexMB: round(bytes / 1e6),
    files,
    suggestionsKB: round(suggestions.length / 1000),
    ...pagefind,
    ...(await measureQueries(dist)),
  };
  console.log(result);
  await rm(dist, { recursive: true, force: true });
}

async function measurePagefind(all: { id: string; segment: Segment }[], dist: string, manifest: Manifest) {
  const service = await startPagefind();
  const begun = performance.now();
  let bytes = 0;
  let files = 0;
  let slowest = 0;
  for (const [name, planned] of planShards(all, pagesShard)) {
    const start = performance.now();
    const made = await service.write(planned.map(({ segment }) => pagefindPage(segment)));
    slowest = Math.max(slowest, performance.now() - start);
    files += made.size;
    for (const [path, content] of made) {
      bytes += content.length;
      await put(join(dist, 'pagefind', name, path), content);
    }
    manifest.pagefind.push(`pagefind/${name}`);
  }
  await service.close();
  return {
    pagefindMs: round((performance.now() - begun) / all.length),
    pagefindShardSeconds: round(slowest / 1000),
    pagefindMB: round(bytes / 1e6),
    pagefindFiles: files,
  };
}

async function measureQueries(dist: string) {
  const server = await serveSite(dist, '/', 0);
  const browser = await launchChromium(chromium);
  const page = `${server.url}search/`;
  const common = await firstQueryBytes(browser, `${page}?q=${encodeURIComponent('社会保障')}`);
  const code = await firstQueryBytes(browser, `${page}?q=2080505`);
  const near = await firstQueryBytes(browser, `${page}?q=${encodeURIComponent('养老保险缴呐')}`);
  const tab = await browser.newPage();
  await tab.goto(page);
  await ask(tab, queries);
  const warm = await ask(tab, queries);
  await browser.close();
  await server.close();
  const times = warm.map(({ shown }) => shown);
  return {
    firstCommon: `${Math.round(common.bytes / 1000)} kB (index ${Math.round(common.indexBytes / 1000)} kB, ${common.indexRequests} requests) ${common.milliseconds} ms`,
    firstCode: `${Math.round(code.bytes / 1000)} kB (index ${Math.round(code.indexBytes / 1000)} kB, ${code.indexRequests} requests) ${code.milliseconds} ms`,
    firstNear: `${Math.round(near.bytes / 1000)} kB (index ${Math.round(near.indexBytes / 1000)} kB, ${near.indexRequests} requests)`,
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
