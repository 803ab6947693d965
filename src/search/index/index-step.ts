import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { checkDisclosure } from '../../checks/check-disclosure.ts';
import type { BuildStep } from '../../publish/build-site.ts';
import { listFiles } from '../../publish/list-files.ts';
import { writeChanged } from '../../publish/write-changed.ts';
import { type Archive, type ArchivedDisclosure, loadArchive } from '../../record/load-archive.ts';
import type { Catalogue } from '../../schema/catalogue.ts';
import type { Settings } from '../../settings.ts';
import { rowsOfCatalogue } from '../rows-of-catalogue.ts';
import { rowsOfDisclosure } from '../rows-of-disclosure.ts';
import type { SearchPage } from '../search-page.ts';
import type { NamedCount } from '../suggestions.ts';
import { collectNames } from './collect-names.ts';
import { digestSources } from './digest-sources.ts';
import type { Manifest } from './manifest.ts';
import { planShards } from './plan-shards.ts';
import { writeShard } from './write-shard.ts';
import { writeSuggestions } from './write-suggestions.ts';

/** A shard to be: what it is made from, and how. */
interface ShardPlan {
  name: string;
  /** Changes with everything that goes into the shard. */
  digest: string;
  pages(): SearchPage[];
}

/** Indexes the archive by rows: shards whose records did not change are taken from the cache. */
export const indexStep: BuildStep = {
  name: '检索',
  async run(settings) {
    const archive = loadArchive(settings);
    const plans = await planArchive(archive);
    const shards: Manifest['shards'] = [];
    const files: string[] = [];
    const names: NamedCount[][] = [];
    let built = 0;
    for (const plan of plans) {
      const { folder, pages, rows, names: shardNames, fresh } = await keepShard(plan, settings);
      const path = `search/${plan.name}-${plan.digest}`;
      files.push(...(await placeShard(folder, path, settings)));
      shards.push({ path, pages, rows });
      names.push(shardNames);
      built += Number(fresh);
    }
    await forgetOthers(plans, settings);
    const suggestions = await placeSuggestions(names, settings);
    const manifest: Manifest = { shards, suggestions };
    await writeChanged(join(settings.dist, 'search/manifest.json'), JSON.stringify(manifest));
    const rows = shards.reduce((sum, shard) => sum + shard.rows, 0);
    return {
      made: `${rows} 条，${shards.length} 片（新建 ${built}）`,
      files: [...files, suggestions, 'search/manifest.json'],
    };
  },
};

async function planArchive(archive: Archive): Promise<ShardPlan[]> {
  const version = await digestSources(resolve(import.meta.dirname, '../..'), ['search', 'checks', 'schema']);
  const catalogues = archive.catalogues.map((record) => record.load());
  const inForce = catalogues.map(({ edition, issued, inForce, repeals }) => [
    edition,
    issued,
    inForce,
    repeals,
  ]);
  const digestOf = (records: { id: string; digest: string }[], ...context: unknown[]) =>
    createHash('sha256')
      .update(JSON.stringify([version, context, records.map(({ id, digest }) => [id, digest])]))
      .digest('hex')
      .slice(0, 12);
  const plans = [...planShards(archive.disclosures)].map(
    ([name, records]): ShardPlan => ({
      name,
      digest: digestOf(records, inForce),
      pages: () => records.map((record) => pageOf(record, catalogues)),
    }),
  );
  if (catalogues.length > 0)
    plans.push({
      name: 'catalogue',
      digest: digestOf(archive.catalogues),
      pages: () =>
        catalogues.flatMap((catalogue) => rowsOfCatalogue(catalogue, repealedBy(catalogue, catalogues))),
    });
  return plans;
}

function pageOf(record: ArchivedDisclosure, catalogues: Catalogue[]): SearchPage {
  const disclosure = record.load();
  const findings = checkDisclosure(disclosure, { catalogues });
  return rowsOfDisclosure(
    disclosure,
    findings.some(({ outcome }) => outcome === '不符'),
  );
}

function repealedBy({ edition }: Catalogue, catalogues: Catalogue[]): string {
  return catalogues.find(({ repeals }) => repeals.includes(edition))?.edition ?? '';
}

/** What is known of a finished shard without opening it. */
interface ShardSummary {
  pages: number;
  rows: number;
  names: NamedCount[];
}

const cacheOf = (settings: Settings) => join(settings.cache, 'search');

/** Builds a shard into the cache unless it is there; its folder appears whole or not at all. */
async function keepShard(plan: ShardPlan, settings: Settings) {
  const folder = join(cacheOf(settings), `${plan.name}-${plan.digest}`);
  const kept = await readFile(join(folder, 'summary.json'), 'utf8').catch(() => null);
  if (kept !== null) return { folder, ...(JSON.parse(kept) as ShardSummary), fresh: false };
  const pages = plan.pages();
  const rows = pages.reduce((sum, page) => sum + page.rows.length, 0);
  const summary: ShardSummary = { pages: pages.length, rows, names: collectNames(pages) };
  for (const [path, bytes] of writeShard(pages)) {
    const file = join(folder, 'files', `${path}.bin`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  // Written last: a folder with a summary is whole.
  await writeFile(join(folder, 'summary.json'), JSON.stringify(summary));
  return { folder, ...summary, fresh: true };
}

/** Writes the suggestions of all shards, under a name of their content. */
async function placeSuggestions(names: NamedCount[][], settings: Settings): Promise<string> {
  const bytes = deflateRawSync(JSON.stringify(writeSuggestions(names)));
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const path = `search/suggestions-${digest}.bin`;
  await writeChanged(join(settings.dist, path), bytes);
  return path;
}

/** Puts a kept shard into the site, as links to the same bytes where the file system allows. */
async function placeShard(folder: string, path: string, settings: Settings): Promise<string[]> {
  const from = join(folder, 'files');
  const names = await listFiles(from);
  const there = new Set(await listFiles(join(settings.dist, path)));
  for (const name of names) {
    if (there.has(name)) continue;
    const target = join(settings.dist, path, name);
    await mkdir(dirname(target), { recursive: true });
    await link(join(from, name), target).catch(() => copyFile(join(from, name), target));
  }
  return names.map((name) => `${path}/${name}`);
}

async function forgetOthers(plans: ShardPlan[], settings: Settings): Promise<void> {
  const current = new Set(plans.map(({ name, digest }) => `${name}-${digest}`));
  for (const name of await readdir(cacheOf(settings)).catch(() => []))
    if (!current.has(name)) await rm(join(cacheOf(settings), name), { recursive: true, force: true });
}
