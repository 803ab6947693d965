import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cleanDisclosure } from '../../checks/testing/clean-disclosure.ts';
import { prepareStep } from '../../prepare/prepare-step.ts';
import type { Ledger } from '../../publish/ledger.ts';
import { loadArchive } from '../../record/load-archive.ts';
import { stringifyDisclosure } from '../../record/stringify-disclosure.ts';
import type { Disclosure } from '../../schema/disclosure.ts';
import { readSettings } from '../../settings.ts';
import { beginIndex } from './begin-index.ts';
import { segmentsFolder } from './kept-segments.ts';
import { placeIndex } from './place-index.ts';

let root: string;
let there: Ledger;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'index-'));
  there = new Map();
  await put('bei-shan-zhen/2030', 1);
  await put('an-qiao-xiang/2031', 2);
  await put('qing-he-xian/2031', 3);
});

afterEach(() => rm(root, { recursive: true }));

async function put(id: string, seed: number, more: Partial<Disclosure> = {}): Promise<void> {
  const path = join(root, 'content/disclosures', `${id}.md`);
  await mkdir(dirname(path), { recursive: true });
  const year = Number(id.split('/')[1]);
  await writeFile(path, stringifyDisclosure({ ...cleanDisclosure(seed), id, year, ...more }));
}

/** Indexes the archive and gives the paths that were written, the packs of a page as one. */
async function index(cache = 'cache', dist = 'dist', failing: string[] = []): Promise<string[]> {
  const places = { content: join(root, 'content'), cache: join(root, cache) };
  const begun = await beginIndex(places, (id) => failing.includes(id));
  const placed = await placeIndex(begun, join(root, dist), dist === 'dist' ? there : new Map());
  if (dist === 'dist') there = new Map(placed.files.map((path) => [path, ['', 0]]));
  const kinds = placed.written.map((path) =>
    path
      .replace(/^search\/[0-9a-f]{12}\/.*/, 'packs')
      .replace(/-[0-9a-f]{12}\/.*/, '')
      .replace(/-[0-9a-f]{12}\.bin/, ''),
  );
  return [...new Set(kinds)].sort();
}

/** Bytes of all files that a site's index consists of. */
async function bytesOf(dist: string, paths: Iterable<string>): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const path of [...paths].sort())
    files[path] = (await readFile(join(root, dist, path))).toString('base64');
  return files;
}

/** The index is what it would be if it were made from nothing. */
async function expectAsFromNothing(failing: string[] = []): Promise<void> {
  await rm(join(root, 'whole'), { recursive: true, force: true });
  await rm(join(root, 'whole-cache'), { recursive: true, force: true });
  await index('whole-cache', 'whole', failing);
  const names = await readdir(join(root, 'whole'), { recursive: true, withFileTypes: true });
  const whole = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const paths = whole.map((path) => path.slice(join(root, 'whole/').length));
  expect([...there.keys()].sort()).toEqual(paths.sort());
  expect(await bytesOf('dist', there.keys())).toEqual(await bytesOf('whole', paths));
}

test('what did not change is neither made nor written again', async () => {
  expect(await index()).toEqual([
    'packs',
    'pagefind/2030',
    'pagefind/2031',
    'search/2030',
    'search/2031',
    'search/heads.bin',
    'search/manifest.json',
    'search/suggestions',
  ]);
  expect(await index()).toEqual([]);
});

test('a further disclosure changes the shard of its year and adds its own packs', async () => {
  await index();
  const before = new Set(there.keys());
  await put('shi-qiao-zhen/2031', 4);
  expect(await index()).toEqual([
    'packs',
    'pagefind/2031',
    'search/2031',
    'search/heads.bin',
    'search/manifest.json',
    'search/suggestions',
  ]);
  const packs = [...there.keys()].filter((path) => /^search\/[0-9a-f]{12}\//.test(path));
  expect(new Set(packs.filter((path) => !before.has(path)).map(dirname)).size).toBe(1);
  await expectAsFromNothing();
});

test('a changed, and a removed disclosure change the shard of their year only', async () => {
  await index();
  await put('bei-shan-zhen/2030', 5);
  expect(await index()).toEqual([
    'packs',
    'pagefind/2030',
    'search/2030',
    'search/heads.bin',
    'search/manifest.json',
    'search/suggestions',
  ]);
  await expectAsFromNothing();
  await rm(join(root, 'content/disclosures/an-qiao-xiang/2031.md'));
  const written = await index();
  expect(written).toContain('search/2031');
  expect(written).not.toContain('search/2030');
  expect(written).not.toContain('packs');
  await expectAsFromNothing();
});

test('other findings change the shard, but neither packs nor Pagefind', async () => {
  await index();
  expect(await index('cache', 'dist', ['bei-shan-zhen/2030'])).toEqual([
    'search/2030',
    'search/heads.bin',
    'search/manifest.json',
  ]);
  await expectAsFromNothing(['bei-shan-zhen/2030']);
});

test('what a killed run cut off is made again', async () => {
  await index();
  const search = join(root, 'cache/search');
  const [segment = ''] = await readdir(join(search, 'segments'));
  await writeFile(join(search, 'segments', `${segment}.part`), 'cut');
  await rm(join(search, 'segments', segment));
  const [shard = ''] = await readdir(join(search, 'shards'));
  await truncate(join(search, 'shards', shard, 'summary.json'), 10);
  const [pack = ''] = await readdir(join(search, 'packs'));
  await writeFile(join(search, 'packs', `${pack}.part`), 'cut');
  there = new Map();
  await rm(join(root, 'dist'), { recursive: true });
  await index();
  expect((await readdir(join(search, 'segments'))).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect((await readdir(join(search, 'packs'))).filter((name) => name.endsWith('.part'))).toEqual([]);
  await expectAsFromNothing();
});

test('the segments are the same where a disclosure was prepared as where the index makes them', async () => {
  const settings = readSettings({ CACHE: 'prepared', DIST: 'prepared-dist' }, root);
  const archive = loadArchive(settings);
  const nothing = { there: new Map(), made: new Map(), archive: () => archive, ended: async () => {} };
  await prepareStep.run(settings, nothing);
  await index();
  const segmentsIn = async (cache: string) => {
    const folder = segmentsFolder(join(root, cache));
    const names = (await readdir(folder)).sort();
    return Promise.all(
      names.map(async (name) => [name, (await readFile(join(folder, name))).toString('base64')]),
    );
  };
  expect(await segmentsIn('prepared')).toEqual(await segmentsIn('cache'));
});
