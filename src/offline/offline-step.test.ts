import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { factsOf, type Ledger } from '../publish/ledger.ts';
import { keepOfflineStep, offlineStep } from './offline-step.ts';

const zip = 'offline/mingzhang.zip';
let root: string;
/** What the build before left in the folder. */
let there: Ledger;

const page = (body: string) =>
  `<html data-base="/"><head><script type="module" src="/_astro/a.js"></script></head><body>${body}</body></html>`;
const links = (...ids: string[]) => page(ids.map((id) => `<a href="/units/${id}/">${id}</a>`).join(''));

const rowsOf = (unit: string) =>
  Array.from({ length: 20_000 }, (_, row) => `${unit},${row},${(row * 104_729) % 1_000_003}\r\n`).join('');

function siteOf(...units: string[]): Record<string, string> {
  return {
    '_astro/a.js': 'document.title = 1;',
    'index.html': links(...units),
    'data/index.html': page(
      '<div data-edition="ready" data-online-only>%ZIP% %SHA256%</div><div data-edition="pending" data-online-only>正在生成</div>',
    ),
    'search/2024-0a1b2c3d4e5f/meta.bin': units.join(),
    // A table of the whole archive, large enough to be stored in pieces.
    'data/rows.csv': units.map((unit) => rowsOf(unit)).join(''),
    ...Object.fromEntries(
      units.flatMap((unit) => [
        [`units/${unit}/index.html`, links(unit)],
        [`data/${unit}/2024/figures.csv`, `${unit},1\r\n`.repeat(2000)],
      ]),
    ),
  };
}

/** Runs the step over a site, after the one before or from nothing. */
async function pack(site: Record<string, string>, name = 'dist'): Promise<{ made: string; zip: Buffer }> {
  const settings = {
    ...{ content: join(root, 'content'), dist: join(root, name), cache: join(root, `${name}-cache`) },
    ...{ site: '', base: '/' },
  };
  const made = new Map(Object.entries(site).map(([path, text]) => [path, factsOf(Buffer.from(text))]));
  for (const [path, text] of Object.entries(site)) {
    await mkdir(dirname(join(settings.dist, path)), { recursive: true });
    await writeFile(join(settings.dist, path), text);
  }
  const output = await offlineStep.run(settings, {
    there: name === 'dist' ? there : new Map(),
    made,
    archive: () => expect.fail('not asked for'),
    ended: () => expect.fail('not asked for'),
  });
  const bytes = await readFile(join(settings.dist, zip));
  expect(output.facts).toEqual(new Map([[zip, factsOf(bytes)]]));
  if (name === 'dist') there = output.facts as Ledger;
  return { made: output.made, zip: bytes };
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offline-step-'));
  there = new Map();
  return () => rm(root, { recursive: true });
});

test('only what changed is made again, and the file is that of an edition made from nothing', async () => {
  const units = ['a', 'b', 'c', 'd'];
  const first = await pack(siteOf(...units));
  expect(first.made).toBe('20 个文件，20 个重新生成');
  const same = await pack(siteOf(...units));
  // The list of all files is written anew each time.
  expect(same.made).toBe('20 个文件，1 个重新生成');
  expect(same.zip.equals(first.zip)).toBe(true);

  const more = await pack(siteOf(...units, 'e'));
  // Start page, page and figures of the new one, the table of all, two packs, the list.
  expect(more.made).toBe('22 个文件，7 个重新生成');
  expect(more.zip.equals((await pack(siteOf(...units, 'e'), 'whole')).zip)).toBe(true);

  const less = await pack(siteOf('a', 'c', 'd', 'e'));
  expect(less.zip.equals((await pack(siteOf('a', 'c', 'd', 'e'), 'fewer')).zip)).toBe(true);
  const files = unzipSync(less.zip);
  expect(Object.keys(files).filter((name) => name.includes('/b/'))).toEqual([]);
  expect(Object.keys(files)).toContain('mingzhang/offline/scripts/a.js');
  expect(Buffer.from(files['mingzhang/data/rows.csv'] ?? []).toString()).toBe(
    ['a', 'c', 'd', 'e'].map(rowsOf).join(''),
  );
});

test('a page that did not change is asked again when what it leads to is gone', async () => {
  const site = siteOf('a', 'b');
  await pack(site);
  const { 'units/b/index.html': _, ...rest } = site;
  await expect(pack(rest)).rejects.toThrow('index.html: a href="/units/b/"');
  // Nothing of the attempt is left, and the edition before still stands.
  const mended = await pack({ ...rest, 'index.html': links('a') });
  expect(Object.keys(unzipSync(mended.zip))).not.toContain('mingzhang/units/b/index.html');
});

/** Runs the step that keeps the edition of the publication before, which had these files, in a publication of those. */
async function keep(before: Record<string, string>, after: Record<string, string>) {
  const settings = {
    ...{ content: join(root, 'content'), dist: join(root, 'dist'), cache: join(root, 'dist-cache') },
    ...{ site: '', base: '/' },
  };
  const ledger = (files: Record<string, string>) =>
    Object.entries(files).map(([path, text]) => [path, factsOf(Buffer.from(text))] as const);
  await writeFile(join(settings.dist, 'data/index.html'), after['data/index.html'] ?? '');
  const { files } = await keepOfflineStep.run(settings, {
    there: new Map([...there, ...ledger(before)]),
    made: new Map(ledger(after)),
    archive: () => expect.fail('not asked for'),
    ended: () => expect.fail('not asked for'),
  });
  return { files, page: await readFile(join(settings.dist, 'data/index.html'), 'utf8') };
}

const withText = (text: string): Record<string, string> => ({
  ...siteOf('a'),
  'units/a/2031/disclosure.md': text,
  'units/a/2031/source.txt': text,
});

test('the edition of the publication before is offered until the next one is packed', async () => {
  await pack(siteOf('a'));
  const { files, page } = await keep(withText('收款人张三'), { ...withText('收款人张三'), ...siteOf('b') });
  expect(files).toEqual([zip, `${zip}.sha256`]);
  expect(page).toContain('mingzhang.zip');
});

test.for<[string, Record<string, string>]>([
  ['was masked', withText('收款人某人')],
  ['was withdrawn', siteOf('a')],
])('an edition that holds what %s is not offered for a moment longer', async ([, after]) => {
  await pack(siteOf('a'));
  const { files, page } = await keep(withText('收款人张三'), after);
  expect(files).toEqual([]);
  expect(page).toContain('正在生成');
  expect(page).not.toContain('.zip');
});

test('an edition that is not the one that is known of is not taken over', async () => {
  await pack(siteOf('a'));
  there = new Map([[zip, ['0'.repeat(64), there.get(zip)?.[1] ?? 0]]]);
  const { made } = await pack(siteOf('a'));
  expect(made).toBe('14 个文件，14 个重新生成');
});
