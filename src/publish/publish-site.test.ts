import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readSettings, type Settings } from '../settings.ts';
import type { BuildStep } from './build-site.ts';
import { factsOf, ledgerOf } from './ledger.ts';
import { listFiles } from './list-files.ts';
import { type PublishActions, publishSite, renewSite } from './publish-site.ts';
import { writeChanged } from './write-changed.ts';

let settings: Settings;
beforeEach(async () => {
  settings = readSettings({}, await mkdtemp(join(tmpdir(), 'publish-')));
});

/** A step that writes the given files, as a build would. */
const writes = (files: Record<string, string>): BuildStep => ({
  name: '页面',
  async run({ dist }) {
    for (const [path, text] of Object.entries(files)) await writeChanged(join(dist, path), text);
    return { made: '', files: Object.keys(files), written: Object.keys(files) };
  },
});

const actions = (files: Record<string, string>, more: Partial<PublishActions> = {}): PublishActions => ({
  ingest: async () => {},
  steps: [writes(files)],
  verify: async () => {},
  report: () => {},
  now: () => 0,
  ...more,
});

const served = (path: string) => readFile(join(settings.dist, path), 'utf8');

test('says which pages were added, changed and removed', async () => {
  await publishSite(settings, actions({ 'index.html': 'start', 'a/index.html': 'A', 'b/index.html': 'B' }));
  const summary = await publishSite(
    settings,
    actions({ 'index.html': 'start', 'a/index.html': 'A, corrected', 'c/index.html': 'C' }),
  );
  expect(summary).toMatchObject({ added: ['c/'], changed: ['a/'], removed: ['b/'], files: 3 });
  expect(await served('a/index.html')).toBe('A, corrected');
  await expect(served('b/index.html')).rejects.toThrow('ENOENT');
});

test('where the ledger of what is served was lost, its files are read, and what nobody claims goes', async () => {
  await publishSite(settings, actions({ 'index.html': 'start', 'old/index.html': 'old' }));
  await rm(ledgerOf(await realpath(settings.dist)));
  const summary = await publishSite(settings, actions({ 'index.html': 'start', 'new/index.html': 'new' }));
  expect(summary).toMatchObject({ added: ['new/'], changed: [], removed: ['old/'] });
  expect(await listFiles(settings.dist)).toEqual(['index.html', 'new/index.html']);
});

test('a failing step leaves the last good site, and the next run succeeds', async () => {
  await publishSite(settings, actions({ 'index.html': 'good' }));
  const failing: BuildStep = {
    name: '检索',
    run: async ({ dist }) => {
      await writeChanged(join(dist, 'index.html'), 'half');
      throw new Error('no space left');
    },
  };
  await expect(publishSite(settings, actions({}, { steps: [failing] }))).rejects.toThrow('no space left');
  expect(await served('index.html')).toBe('good');
  await publishSite(settings, actions({ 'index.html': 'better' }));
  expect(await served('index.html')).toBe('better');
});

test('a stage that does not pass verification is not served', async () => {
  await publishSite(settings, actions({ 'index.html': 'good' }));
  const verify = async (_folder: string, pages: string[]) => {
    throw new Error(`broken link on ${pages.join()}`);
  };
  await expect(publishSite(settings, actions({ 'index.html': 'bad' }, { verify }))).rejects.toThrow(
    'broken link on index.html',
  );
  expect(await served('index.html')).toBe('good');
});

test('refuses two at a time', async () => {
  const blocked = actions(
    { 'index.html': 'first' },
    {
      ingest: async () => {
        await expect(publishSite(settings, actions({ 'index.html': 'second' }))).rejects.toThrow(
          '另一次发布正在进行',
        );
      },
    },
  );
  await publishSite(settings, blocked);
  expect(await served('index.html')).toBe('first');
});

test('keeps hashed files of the publication before for one round', async () => {
  const files = async () =>
    (await listFiles(`${settings.dist}/`)).filter((path) => path.startsWith('_astro/'));
  await publishSite(settings, actions({ '_astro/page.1111.css': '1' }));
  await publishSite(settings, actions({ '_astro/page.2222.css': '2' }));
  expect(await files()).toEqual(['_astro/page.1111.css', '_astro/page.2222.css']);
  await publishSite(settings, actions({ '_astro/page.3333.css': '3' }));
  expect(await files()).toEqual(['_astro/page.2222.css', '_astro/page.3333.css']);
});

/** A site of some disclosures, each with the text that is published, and a search index of all of them. */
const archive = (texts: Record<string, string>) => {
  const words = Object.values(texts).join(' ');
  const hash = factsOf(Buffer.from(words))[0].slice(0, 12);
  return {
    'index.html': 'start',
    [`_astro/page.${hash}.css`]: 'a{}',
    [`search/${hash}/1.bin`]: words,
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([id, text]) => [
        [`units/${id}/disclosure.md`, text],
        [`units/${id}/source.txt`, text],
      ]),
    ),
  };
};

/** Files anywhere in the two copies of the site that hold a word. */
async function holding(word: string): Promise<string[]> {
  const copies = `${settings.dist}.releases`;
  const paths = await listFiles(copies);
  const texts = await Promise.all(paths.map((path) => readFile(join(copies, path), 'utf8')));
  return paths.filter((_, index) => texts[index]?.includes(word));
}

test('while disclosures are only added, open tabs keep the index of the publication before', async () => {
  await publishSite(settings, actions(archive({ 'a/2031': '甲局' })));
  await publishSite(settings, actions(archive({ 'a/2031': '甲局', 'b/2031': '乙局' })));
  expect((await listFiles(`${settings.dist}/search`)).length).toBe(2);
});

test.for<[string, Record<string, string>]>([
  ['masked', { 'a/2031': '甲局', 'b/2031': '乙局，收款人某人' }],
  ['withdrawn with its disclosure', { 'a/2031': '甲局' }],
])('a name that was %s is in no file of either copy', async ([, texts]) => {
  const named = { 'a/2031': '甲局', 'b/2031': '乙局，收款人张三' };
  await publishSite(settings, actions(archive(named)));
  await publishSite(settings, actions(archive({ ...named, 'c/2031': '丙局' })));
  expect(await holding('张三')).not.toEqual([]);
  await publishSite(settings, actions(archive({ ...texts, 'c/2031': '丙局' })));
  expect(await holding('张三')).toEqual([]);
  expect((await listFiles(`${settings.dist}/_astro`)).length).toBe(2);
  // The copies go on taking turns.
  await publishSite(settings, actions(archive({ ...texts, 'd/2031': '丁局' })));
  expect(await served('units/d/2031/source.txt')).toBe('丁局');
  expect(await listFiles(`${settings.dist}/units`)).not.toContain('c/2031/source.txt');
});

test('a later step renews its own files, and leaves the rest of the site as it is served', async () => {
  const edition = (name: string): Partial<PublishActions> => ({
    steps: [writes({ [`offline/${name}.zip`]: name })],
  });
  const isOfEdition = (path: string) => path.startsWith('offline/');
  const hashedFiles = { '_astro/page.1111.css': '1' };
  await publishSite(settings, actions({ 'index.html': 'start', ...hashedFiles }));
  await publishSite(settings, actions({ 'index.html': 'start', '_astro/page.2222.css': '2' }));
  await renewSite(settings, actions({}, edition('spring')), isOfEdition);
  const summary = await renewSite(settings, actions({}, edition('summer')), isOfEdition);
  expect(summary).toMatchObject({ added: [], changed: [], removed: [], files: 2 });
  expect(await listFiles(`${settings.dist}/`)).toEqual([
    '_astro/page.1111.css',
    '_astro/page.2222.css',
    'index.html',
    'offline/summer.zip',
  ]);
});

test('what is made of the standing site is made of the present publication, without files kept for open tabs', async () => {
  await publishSite(settings, actions({ 'index.html': 'start', '_astro/page.1111.css': '1' }));
  await publishSite(settings, actions({ 'index.html': 'start', '_astro/page.2222.css': '2' }));
  const seen: string[] = [];
  const look: BuildStep = {
    name: '离线版',
    async run(_, { made }) {
      seen.push(...made.keys());
      return { made: '', files: [], written: [] };
    },
  };
  await renewSite(settings, actions({}, { steps: [look] }), () => false);
  expect(seen.sort()).toEqual(['_astro/page.2222.css', 'index.html']);
  expect(await served('_astro/page.1111.css')).toBe('1');
});
