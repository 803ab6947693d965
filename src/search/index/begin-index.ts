import { join } from 'node:path';
import { type Archive, loadArchive } from '../../record/load-archive.ts';
import type { Settings } from '../../settings.ts';
import { eachInThreads } from '../../threads/each-in-threads.ts';
import { forgetOthers, readSummary } from './kept-folder.ts';
import { packFile, packsFolder, segmentsFolder } from './kept-segments.ts';
import { keptSuggestions } from './kept-suggestions.ts';
import { makeMissingSegments } from './make-missing-segments.ts';
import type { PageShardSummary } from './make-page-shard.ts';
import type { RowShardSummary } from './make-row-shard.ts';
import type { ShardKind, ShardTask } from './make-shard-in-thread.ts';
import type { Manifest } from './manifest.ts';
import { packageVersion } from './package-version.ts';
import { type PlannedRecord, planArchive, type ShardPlan } from './plan-archive.ts';
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
  await makeMissingSegments(places, plan, archive);
  const [foundPages, foundRows] = await Promise.all([
    findShards<PageShardSummary>('pagefind', cache, plan.pages),
    findShards<RowShardSummary>('search', cache, plan.rows),
  ]);
  // Pagefind first: its process works while this one joins a few shards of rows by itself.
  await makeMissing(cache, [...foundPages, ...foundRows]);
  const pages = await finishShards('pagefind', cache, foundPages);
  const rows = await finishShards('search', cache, foundRows);
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

/** A shard that is wanted. */
interface FoundShard<Summary> {
  kind: ShardKind;
  /** In the site, and in the folder of the cache that keeps those of its kind. */
  name: string;
  /** Where it is kept. */
  folder: string;
  records: PlannedRecord[];
  /** Null where it has to be made. */
  summary: Summary | null;
}

/** Folder of the cache that keeps the shards of a kind. */
const homeOf = (cache: string, kind: ShardKind) => join(cache, 'search', kind === 'search' ? 'shards' : kind);

function findShards<Summary>(
  kind: ShardKind,
  cache: string,
  plans: ShardPlan[],
): Promise<FoundShard<Summary>[]> {
  return Promise.all(
    plans.map(async ({ name: plan, digest, records }) => {
      const name = `${plan}-${digest}`;
      const folder = join(homeOf(cache, kind), name);
      return { kind, name, folder, records, summary: await readSummary<Summary>(folder) };
    }),
  );
}

async function makeMissing(cache: string, shards: FoundShard<unknown>[]): Promise<void> {
  const task = new URL('make-shard-in-thread.ts', import.meta.url);
  const tasks = shards
    .filter(({ summary }) => summary === null)
    .map(({ kind, folder, records }): ShardTask => ({ kind, cache, folder, records }));
  for await (const _ of eachInThreads<ShardTask, void>(task, tasks));
}

/** Reads the summaries of the shards that were made, and forgets others of the kind. */
async function finishShards<Summary>(
  kind: ShardKind,
  cache: string,
  shards: FoundShard<Summary>[],
): Promise<Shard<Summary>[]> {
  await forgetOthers(homeOf(cache, kind), new Set(shards.map(({ name }) => name)));
  return Promise.all(
    shards.map(async ({ name, folder, summary }) => ({
      from: join(folder, 'files/'),
      path: `${kind}/${name}`,
      summary: summary ?? ((await readSummary(folder)) as Summary),
      fresh: summary === null,
    })),
  );
}
