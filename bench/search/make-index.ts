import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { parseDocument } from '../../src/ingest/parse-document.ts';
import { loadArchive } from '../../src/record/load-archive.ts';
import { joinSegments } from '../../src/search/index/join-segments.ts';
import { makePacks } from '../../src/search/index/make-packs.ts';
import type { Manifest } from '../../src/search/index/manifest.ts';
import { joinNames } from '../../src/search/index/packed-names.ts';
import { planShards } from '../../src/search/index/plan-shards.ts';
import { readWordings } from '../../src/search/index/read-wordings.ts';
import { makeSegment, type Segment } from '../../src/search/index/segment.ts';
import type { ArchiveHead } from '../../src/search/index/shard-format.ts';
import { headPath, writeHead } from '../../src/search/index/write-head.ts';
import { writeSuggestions } from '../../src/search/index/write-suggestions.ts';
import { type PagefindPage, pagefindPage } from '../../src/search/pagefind/pagefind-page.ts';
import { startPagefind } from '../../src/search/pagefind/write-pagefind.ts';
import { rowsOfDisclosure } from '../../src/search/rows-of-disclosure.ts';
import type { SearchPage } from '../../src/search/search-page.ts';
import { makeDisclosure } from '../generate/archive.ts';

/** Synthetic disclosures that are made; further ones are these again as other bodies. */
const distinct = 200;
/** Disclosures in a shard of rows, and of Pagefind. */
const [rowsShard = 384, pagesShard = 64] = (process.env.SHARDS ?? '').split(',').filter(Boolean).map(Number);

/** What is indexed of a disclosure. */
interface Indexed {
  id: string;
  segment: Segment;
  words: PagefindPage;
}

/** A page of a disclosure by its number. */
export type PageOf = (index: number) => SearchPage;

/** Disclosures of an archive, or else synthetic ones; after the last they are those again, as other bodies. */
export function pagesOf(content: string | undefined, cache: string): PageOf {
  const records = content ? loadArchive({ content: resolve(content), cache }).disclosures : null;
  const count = records?.length ?? distinct;
  const pageOf = (index: number): SearchPage => {
    const record = records?.[index];
    if (record) return rowsOfDisclosure(record.load(), index % 7 === 0);
    const { text, file } = makeDisclosure(index);
    const source = { file, sha256: '0'.repeat(64), encoding: 'utf-8' };
    return rowsOfDisclosure(parseDocument(text, source).disclosure, index % 7 === 0);
  };
  return (index) => {
    const page = pageOf(index % count);
    return index < count ? page : copyOf(page, index, Math.floor(index / count));
  };
}

function copyOf(page: SearchPage, index: number, copy: number): SearchPage {
  const { facts, rows } = page;
  const unit = `${facts.unit}第${copy}分中心`;
  const path = `units/body-${index}/${facts.year}/`;
  const [first, ...others] = rows;
  if (!first) return page;
  return {
    ...page,
    facts: { ...facts, path, unit, title: facts.title.replace(facts.unit, unit) },
    rows: [{ ...first, texts: [unit, ...first.texts.slice(1)] }, ...others],
  };
}

/**
 * Makes a search page with the index of some disclosures: all that a browser needs to search them.
 *
 * @param dist folder to be; the search page itself is taken from a built site in `dist`
 * @param withPagefind whether to index them with Pagefind too, which takes much longer
 * @returns what it took
 */
export async function makeIndex(pageOf: PageOf, size: number, dist: string, withPagefind: boolean) {
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
  const all: Indexed[] = [];
  for (let index = 0; index < size; index++) {
    const page = pageOf(index);
    const begun = performance.now();
    const packs = makePacks(page);
    const reading = readWordings(page.rows);
    const segment = makeSegment(page, packs, reading);
    const words = pagefindPage(page.facts, reading);
    segmentSeconds += (performance.now() - begun) / 1000;
    for (const [at, content] of packs.files.entries())
      await keep(`search/${packs.folder}/${at}.bin`, content);
    all.push({ id: page.facts.path.slice(6, -1), segment, words });
  }
  const manifest: Manifest = { shards: [], pagefind: [], suggestions: 'search/suggestions.bin' };
  const heads: ArchiveHead['shards'] = [];
  const names = [];
  for (const [name, planned] of planShards(all, rowsShard)) {
    const segments = planned.map(({ segment }) => segment);
    const begun = performance.now();
    const { meta, files: shard } = joinSegments(segments);
    names.push(joinNames(segments.map((segment) => segment.names)));
    const took = (performance.now() - begun) / 1000;
    shardSeconds += took;
    slowest = Math.max(slowest, took);
    const path = `search/${name}`;
    for (const [file, content] of shard) await keep(`${path}/${file}`, content);
    const rows = segments.reduce((sum, { rows }) => sum + rows.length, 0);
    manifest.shards.push({ path, pages: segments.length, rows });
    heads.push({ path, meta });
  }
  const suggestions = deflateRawSync(JSON.stringify(writeSuggestions(names)));
  await put(join(dist, manifest.suggestions), suggestions);
  const pagefind = withPagefind ? await makePagefind(all, dist, manifest) : {};
  await put(join(dist, 'search/manifest.json'), JSON.stringify(manifest));
  await put(join(dist, headPath), writeHead({ shards: heads, pagefind: manifest.pagefind }));
  return {
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
  };
}

async function makePagefind(all: Indexed[], dist: string, manifest: Manifest) {
  const service = await startPagefind();
  const begun = performance.now();
  let bytes = 0;
  let files = 0;
  let slowest = 0;
  for (const [name, planned] of planShards(all, pagesShard)) {
    const start = performance.now();
    const made = await service.write(planned.map(({ words }) => words));
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

async function put(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** One decimal. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
