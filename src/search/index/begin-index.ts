import { join } from 'node:path';
import { type Archive, loadArchive } from '../../record/load-archive.ts';
import type { Settings } from '../../settings.ts';
import { eachInThreads } from '../../threads/each-in-threads.ts';
import { type PagefindService, startPagefind } from '../pagefind/write-pagefind.ts';
import { type BegunSegments, beginSegments } from './begin-segments.ts';
import { forgetOthers, keepFolder, readSummary } from './kept-folder.ts';
import { packFile, packsFolder, readPagefindPages, segmentsFolder } from './kept-segments.ts';
import { keptSuggestions } from './kept-suggestions.ts';
import { type ShardSummary, type ShardTask, shardFolder } from './make-shard-in-thread.ts';
import type { Manifest } from './manifest.ts';
import { packageVersion } from './package-version.ts';
import { planArchive, type ShardPlan } from './plan-archive.ts';
import type { ArchiveHead } from './shard-format.ts';
import { headPath, writeHead } from './write-head.ts';

/** A folder of the index that stands in the cache. */
export interface IndexFolder {
  /** What the absolute path of each file begins with. */
  from: string;
  /** Path in the site, named for the content. */
  path: string;
  files: string[];
}

/** The index of an archive, finished in the cache: it only has to be put into the site. */
export interface BegunIndex {
  folders: IndexFolder[];
  /** Files with names that are not in folders: suggestions, manifest and head. */
  files: Map<string, string | Uint8Array>;
  rows: number;
  /** Shards in all, and those that were made now. */
  shards: number;
  fresh: number;
}

type Places = Pick<Settings, 'content' | 'cache'>;

/**
 * Indexes the archive: by rows with an index of our own, by pages with Pagefind. It needs nothing of the site, so it can
 * run while the pages are rendered; Pagefind works in a process of its own. What did not change comes from the cache.
 *
 * @param failing whether a check found a figure of a disclosure that does not agree
 */
export async function beginIndex(
  places: Places,
  failing: (id: string) => boolean,
  archive: Archive = loadArchive(places),
): Promise<BegunIndex> {
  const { cache } = places;
  const plan = planArchive(archive, failing, packageVersion('pagefind'));
  const segments = beginSegments(places, plan, archive);
  const [rows, pages] = await Promise.all([
    segments.all.then(() => makeRows(cache, plan.rows)),
    makePages(cache, plan.pages, segments),
  ]);
  const suggestions = await keptSuggestions(
    cache,
    rows.map(({ summary }) => summary.names),
  );
  const manifest: Manifest = {
    shards: rows.map(({ path, summary: { pages, rows } }) => ({ path, pages, rows })),
    // The catalogue first, then the newest year: the first shards are asked first.
    pagefind: pages
      .map(({ path }) => path)
      .sort((a, b) => Number(b.includes('/catalogue-')) - Number(a.includes('/catalogue-'))),
    suggestions: suggestions.path,
  };
  const head: ArchiveHead = {
    shards: rows.map(({ path, summary: { meta } }) => ({ path, meta })),
    pagefind: manifest.pagefind,
  };
  const packs = new Map(rows.flatMap(({ summary }) => summary.packs));
  const packFiles = [...packs].flatMap(([folder, count]) =>
    Array.from({ length: count }, (_, index) => packFile(folder, index)),
  );
  const keys = new Set([...plan.disclosures, ...plan.catalogues].map(({ key }) => key));
  await forgetOthers(segmentsFolder(cache), keys);
  await forgetOthers(packsFolder(cache), new Set(packFiles));
  await forgetOthers(
    join(cache, 'search'),
    new Set(['segments', 'packs', 'shards', 'pagefind', 'pinyin.json']),
  );
  return {
    folders: [
      ...[...rows, ...pages].map(({ from, path, summary }) => ({ from, path, files: summary.files })),
      ...[...packs].map(([folder, count]) => ({
        from: `${join(packsFolder(cache), folder)}-`,
        path: `search/${folder}`,
        files: Array.from({ length: count }, (_, index) => `${index}.bin`),
      })),
    ],
    files: new Map<string, string | Uint8Array>([
      [headPath, writeHead(head)],
      [suggestions.path, suggestions.bytes],
      ['search/manifest.json', JSON.stringify(manifest)],
    ]),
    rows: manifest.shards.reduce((sum, { rows }) => sum + rows, 0),
    shards: rows.length + pages.length,
    fresh: [...rows, ...pages].filter(({ fresh }) => fresh).length,
  };
}

/** A finished shard. */
interface Shard<Summary> {
  from: string;
  path: string;
  summary: Summary;
  /** Made now. */
  fresh: boolean;
}

async function makeRows(cache: string, plans: ShardPlan[]): Promise<Shard<ShardSummary>[]> {
  const kept = await Promise.all(plans.map((plan) => readSummary(shardFolder(cache, plan))));
  const task = new URL('make-shard-in-thread.ts', import.meta.url);
  const tasks = plans.flatMap((plan, index): ShardTask[] => (kept[index] === null ? [{ cache, plan }] : []));
  for await (const _ of eachInThreads<ShardTask, void>(task, tasks));
  return finished(join(cache, 'search/shards'), 'search', plans, kept);
}

/** Pagefind works in a process of its own, while the segments of the next shards are made. */
async function makePages(
  cache: string,
  plans: ShardPlan[],
  segments: BegunSegments,
): Promise<Shard<{ files: string[] }>[]> {
  const folder = join(cache, 'search/pagefind');
  const kept = await Promise.all(
    plans.map(({ name, digest }) => readSummary(join(folder, `${name}-${digest}`))),
  );
  let service: PagefindService | undefined;
  try {
    for (const [index, { name, digest, records }] of plans.entries()) {
      if (kept[index] !== null) continue;
      await segments.of(records);
      service ??= await startPagefind();
      const files = await service.write(await readPagefindPages(cache, records));
      await keepFolder(join(folder, `${name}-${digest}`), files, { files: [...files.keys()] });
    }
  } finally {
    await service?.close();
  }
  return finished(folder, 'pagefind', plans, kept);
}

/** Reads the summaries of all shards of a kind, and forgets other shards. */
async function finished<Summary extends { files: string[] }>(
  folder: string,
  kind: string,
  plans: ShardPlan[],
  before: unknown[],
): Promise<Shard<Summary>[]> {
  const names = plans.map(({ name, digest }) => `${name}-${digest}`);
  await forgetOthers(folder, new Set(names));
  return Promise.all(
    names.map(async (name, index) => ({
      from: join(folder, name, 'files/'),
      path: `${kind}/${name}`,
      summary: (before[index] ?? (await readSummary(join(folder, name)))) as Summary,
      fresh: before[index] === null,
    })),
  );
}
