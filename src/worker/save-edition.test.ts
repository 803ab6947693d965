import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { EditionStore } from './edition-store.ts';
import { findFile } from './find-file.ts';
import { memoryCaches } from './memory-caches.ts';
import { type SaveEffects, SaveError, type SaveProgress, saveEdition } from './save-edition.ts';
import type { SiteManifest } from './site-manifest.ts';

const scope = 'https://budget.example/archive/';
const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

/** A publication with the given texts by path. */
function publication(texts: Record<string, string>): SiteManifest {
  const files: SiteManifest['files'] = {};
  for (const [path, text] of Object.entries(texts)) files[path] = [sha256(text), Buffer.byteLength(text)];
  return { edition: sha256(JSON.stringify(files)), published: '2026-03-01', bytes: 0, files };
}

function effects(server: Record<string, string>, store: EditionStore, more: Partial<SaveEffects> = {}) {
  const fetched: string[] = [];
  return {
    store,
    fetched,
    fetchFile: async (path: string) => {
      fetched.push(path);
      const text = server[path];
      return text === undefined ? new Response('', { status: 404 }) : new Response(text);
    },
    hash: async (bytes: ArrayBuffer) => sha256(new Uint8Array(bytes)),
    progress: () => {},
    paused: () => false,
    ...more,
  };
}

const first = { 'index.html': '首页', 'units/u/2024/index.html': '第一版', '_astro/page.1.css': 'a{}' };
const second = { 'index.html': '首页', 'units/u/2024/index.html': '第二版', '_astro/page.2.css': 'b{}' };

test('a saved edition answers every address of its pages, whatever the query', async () => {
  const store = new EditionStore(memoryCaches(), scope);
  const manifest = publication(first);
  await saveEdition(manifest, effects(first, store));
  expect((await store.pointer())?.active).toBe(manifest.edition);
  const hash = findFile(`${scope}units/u/2024/?hl=%E4%B8%80#L3`, scope, [manifest]);
  expect(await (await store.file(hash as string))?.text()).toBe('第一版');
  expect(findFile(`${scope}units/nobody/`, scope, [manifest])).toBeNull();
  expect(findFile('https://elsewhere.example/archive/', scope, [manifest])).toBeNull();
  expect(findFile(`${scope}constructor`, scope, [manifest])).toBeNull();
});

test('the next edition fetches only what changed, and open tabs keep the files of the one before', async () => {
  const store = new EditionStore(memoryCaches(), scope);
  const [old, next] = [publication(first), publication(second)];
  await saveEdition(old, effects(first, store));
  const run = effects(second, store);
  await saveEdition(next, run);
  expect(run.fetched.sort()).toEqual(['_astro/page.2.css', 'units/u/2024/index.html']);
  expect(await store.pointer()).toEqual({ active: next.edition, previous: old.edition });
  const oldStyle = findFile(`${scope}_astro/page.1.css`, scope, [next, old]);
  expect(await (await store.file(oldStyle as string))?.text()).toBe('a{}');
});

test('of three editions only two are kept', async () => {
  const store = new EditionStore(memoryCaches(), scope);
  const third = { 'index.html': '首页三' };
  for (const texts of [first, second, third]) await saveEdition(publication(texts), effects(texts, store));
  expect(await store.manifest(publication(first).edition)).toBeNull();
  expect(await store.hasFile(sha256('第一版'))).toBe(false);
  expect(await store.hasFile(sha256('第二版'))).toBe(true);
});

test('a site that is being replaced is refused', async () => {
  const store = new EditionStore(memoryCaches(), scope);
  await saveEdition(publication(first), effects(first, store));
  const torn = { ...second, 'units/u/2024/index.html': '第三版' };
  await expect(saveEdition(publication(second), effects(torn, store))).rejects.toMatchObject({
    reason: 'torn',
  });
  const { 'index.html': _gone, ...half } = second;
  await expect(
    saveEdition(publication({ ...second, 'index.html': '新首页' }), effects(half, store)),
  ).rejects.toMatchObject({ reason: 'torn' });
  expect((await store.pointer())?.active).toBe(publication(first).edition);
});

test('a saving that was paused or cut off goes on where it ended', async () => {
  const store = new EditionStore(memoryCaches(), scope);
  const texts = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`p${index}/index.html`, `页${index}`]),
  );
  let done = 0;
  const paused = effects(texts, store, {
    progress: () => {
      done += 1;
    },
    paused: () => done > 12,
  });
  await expect(saveEdition(publication(texts), paused)).rejects.toBeInstanceOf(SaveError);
  expect(await store.pointer()).toBeNull();
  const states: SaveProgress[] = [];
  const resumed = effects(texts, store, { progress: (state) => states.push(state) });
  await saveEdition(publication(texts), resumed);
  expect(resumed.fetched.length).toBeLessThan(25);
  expect(states[0]?.files).toBe(30 - resumed.fetched.length);
  expect(states.at(-1)).toMatchObject({ files: 30, ofFiles: 30 });
});

test('a full quota leaves the old edition whole and gives the room back', async () => {
  const caches = memoryCaches(3000);
  const store = new EditionStore(caches, scope);
  await saveEdition(publication(first), effects(first, store));
  const before = caches.bytes();
  const large = { 'index.html': '首页', 'data/a.csv': 'x'.repeat(1000), 'data/b.csv': 'y'.repeat(5000) };
  await expect(saveEdition(publication(large), effects(large, store))).rejects.toMatchObject({
    reason: 'quota',
  });
  expect(caches.bytes()).toBe(before);
  expect((await store.pointer())?.active).toBe(publication(first).edition);
  expect(await store.hasFile(sha256('第一版'))).toBe(true);
});

test('all that was saved can be removed', async () => {
  const caches = memoryCaches();
  const store = new EditionStore(caches, scope);
  await saveEdition(publication(first), effects(first, store));
  await store.clear();
  expect(caches.bytes()).toBe(0);
  expect(await store.pointer()).toBeNull();
});
