import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { BuildStep } from '../../publish/build-site.ts';
import { writeChanged } from '../../publish/write-changed.ts';
import { loadArchive } from '../../record/load-archive.ts';
import type { Settings } from '../../settings.ts';
import { type PagefindService, startPagefind } from '../pagefind/write-pagefind.ts';
import type { NamedCount } from '../suggestions.ts';
import { collectNames } from './collect-names.ts';
import { forgetOthers, keepFolder, type Made, placeFolder } from './kept-folder.ts';
import type { Manifest } from './manifest.ts';
import { planArchive, type ShardPlan } from './plan-archive.ts';
import { writeShard } from './write-shard.ts';
import { writeSuggestions } from './write-suggestions.ts';

/** Disclosures in a shard of rows: larger ones mean fewer requests, smaller ones less to rebuild. */
const rowsShard = 512;
/** Disclosures in a shard of Pagefind, which takes ten times as long to build. */
const pagefindShard = 128;

/** What is known of a finished shard without opening it. */
interface RowsSummary {
  pages: number;
  rows: number;
  names: NamedCount[];
}

/**
 * Indexes the archive: by rows with an index of our own, by pages with Pagefind. Shards whose records did not change
 * come from the cache.
 */
export const indexStep: BuildStep = {
  name: '检索',
  async run(settings, { there }) {
    const archive = loadArchive(settings);
    const version = pagefindVersion();
    const byRows = await placeShards(
      'search',
      await planArchive(archive, rowsShard, ''),
      async (plan) => makeRows(plan),
      settings,
    );
    let service: PagefindService | undefined;
    const byPages = await placeShards(
      'pagefind',
      await planArchive(archive, pagefindShard, version),
      async (plan) => {
        service ??= await startPagefind();
        return { files: await service.write(plan.pages()), summary: {} };
      },
      settings,
    );
    await service?.close();
    const suggestions = await placeSuggestions(
      byRows.shards.map(({ summary }) => summary.names),
      settings,
    );
    const manifest: Manifest = {
      shards: byRows.shards.map(({ path, summary: { pages, rows } }) => ({ path, pages, rows })),
      pagefind: byPages.shards.map(({ path }) => path),
      suggestions,
    };
    await writeChanged(join(settings.dist, 'search/manifest.json'), JSON.stringify(manifest));
    const rows = manifest.shards.reduce((sum, shard) => sum + shard.rows, 0);
    const fresh = `${byRows.fresh} + ${byPages.fresh}`;
    const files = [...byRows.files, ...byPages.files, suggestions, 'search/manifest.json'];
    return {
      made: `${rows} 行，${byRows.shards.length} + ${byPages.shards.length} 片（新建 ${fresh}）`,
      files,
      // Folders are named for their content: only new ones are written.
      written: files.filter((file) => !there.has(file) || file === 'search/manifest.json'),
    };
  },
};

/** Makes or reuses each shard and puts it into the site, as `<kind>/<name>-<digest>`. */
async function placeShards<Summary>(
  kind: string,
  plans: ShardPlan[],
  make: (plan: ShardPlan) => Promise<Made<Summary>>,
  settings: Settings,
) {
  const cache = join(settings.cache, kind);
  const shards: { path: string; summary: Summary }[] = [];
  const files: string[] = [];
  let built = 0;
  for (const plan of plans) {
    const name = `${plan.name}-${plan.digest}`;
    const folder = join(cache, name);
    const { summary, fresh } = await keepFolder(folder, () => make(plan));
    files.push(...(await placeFolder(folder, settings.dist, `${kind}/${name}`)));
    shards.push({ path: `${kind}/${name}`, summary });
    built += Number(fresh);
  }
  await forgetOthers(cache, new Set(shards.map(({ path }) => path.slice(kind.length + 1))));
  return { shards, files, fresh: built };
}

function makeRows(plan: ShardPlan): Made<RowsSummary> {
  const pages = plan.pages();
  const rows = pages.reduce((sum, page) => sum + page.rows.length, 0);
  const files = [...writeShard(pages)].map(([path, bytes]): [string, Uint8Array] => [`${path}.bin`, bytes]);
  return { files: new Map(files), summary: { pages: pages.length, rows, names: collectNames(pages) } };
}

/** Writes the suggestions of all shards, under a name of their content. */
async function placeSuggestions(names: NamedCount[][], settings: Settings): Promise<string> {
  const bytes = deflateRawSync(JSON.stringify(writeSuggestions(names)));
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const path = `search/suggestions-${digest}.bin`;
  await writeChanged(join(settings.dist, path), bytes);
  return path;
}

/** The installed version: another one may write other files. */
function pagefindVersion(): string {
  const manifest = new URL('../package.json', import.meta.resolve('pagefind'));
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
