import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDisclosure } from '../bench/generate/archive.ts';
import { readLedger } from '../src/publish/ledger.ts';
import { listFiles } from '../src/publish/list-files.ts';

/** A copy of the project with an archive of its own, so that templates and checks can be changed too. */
let project: string;
let fresh = 0;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'incremental-'));
  for (const part of [
    'src',
    'scripts',
    'public',
    'hosting',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    await cp(part, join(project, part), { recursive: true });
  await symlink(resolve('node_modules'), join(project, 'node_modules'));
  await mkdir(join(project, 'raw'));
  for (const index of [0, 1, 2, 900]) await add(index);
  ingest('raw');
  build('dist', '.cache');
});

afterAll(() => rm(project, { recursive: true, force: true }));

test.for<[string, () => Promise<void>]>([
  ['nothing', async () => {}],
  ['losing the site', () => rm(join(project, 'dist'), { recursive: true })],
  [
    'adding a disclosure',
    async () => {
      await add(3);
      ingest('raw/00004.txt');
    },
  ],
  [
    'editing one',
    async () => {
      const { text } = makeDisclosure(1);
      await writeFile(
        join(project, 'raw/00002.txt'),
        text.replace('承担本辖区内规定的各项公共事务', '承担新划入的公共事务'),
      );
      ingest('raw/00002.txt');
    },
  ],
  [
    'correcting one',
    async () => {
      const id = idOf(2);
      const lines = (await readFile(join(project, `content/sources/${id}.txt`), 'utf8')).split('\n');
      const line = lines.findIndex((text) => text.includes('设内设机构')) + 1;
      await mkdir(join(project, 'content/corrections', id, '..'), { recursive: true });
      await writeFile(
        join(project, `content/corrections/${id}.yaml`),
        `- line: ${line}\n  was: 设内设机构\n  now: 下设机构\n  why: 核对原件\n  kind: misreading\n`,
      );
      ingest(`content/sources/${id}.txt`);
    },
  ],
  [
    'adding another year of a unit',
    async () => {
      const { budget, text } = makeDisclosure(1);
      const earlier = text.replaceAll(`${budget.year}`, `${budget.year - 1}`);
      await writeFile(join(project, 'raw/earlier.txt'), earlier);
      ingest('raw/earlier.txt');
    },
  ],
  [
    'noting on which days texts were published',
    () =>
      writeFile(
        join(project, 'content/publications.csv'),
        `disclosure,published,text\n${idOf(1)},2026-03-01,0123456789ab\n`,
      ),
  ],
  [
    'removing one',
    async () => {
      const [unit = '', year = ''] = idOf(0).split('/');
      ingest('--withdraw', unit, year);
    },
  ],
  [
    'changing a template',
    () => edit('src/components/SiteFooter.astro', /<\/footer>/, '<p>页脚新添一句</p></footer>'),
  ],
  [
    'changing the text of a page',
    () => edit('src/components/disclosure/write-provenance.ts', /带行号的原文/, '原文，带行号'),
  ],
  ['naming the archive', () => name('临水县财政局')],
  ['changing a check', () => edit('src/checks/form-sum.ts', /sentence: '([^']*)'/, "sentence: '$1（改过）'")],
])('after %s the incremental build equals a full one from nothing, byte for byte', async ([, change]) => {
  await change();
  build('dist', '.cache');
  const whole = `full-${fresh++}`;
  build(whole, `${whole}-cache`);
  await expectSame(join(project, 'dist'), join(project, whole));
  await rm(join(project, whole), { recursive: true });
});

test('under another address the incremental build equals a full one too', async () => {
  build('dist', '.cache', { BASE: '/archive/' });
  const hosted = { BASE: '/archive/', SITE: 'https://budget.example.org' };
  expect(build('dist', '.cache', hosted)).toMatch(/公开文本：\d+ 份，0 份重新生成/);
  const whole = `full-${fresh++}`;
  build(whole, `${whole}-cache`, hosted);
  await expectSame(join(project, 'dist'), join(project, whole));
  await rm(join(project, whole), { recursive: true });
});

test('a changed frame is put around all pages without reading a disclosure', async () => {
  build('dist', '.cache');
  await edit('src/components/SiteFooter.astro', /<\/footer>/, '<p>页脚又添一句</p></footer>');
  const output = build('dist', '.cache');
  expect(output).toMatch(/公开文本：\d+ 份，0 份重新生成/);
  const [, all, again] = /公开页：(\d+) 页，(\d+) 页重新生成/.exec(output) ?? [];
  expect(again).toBe(all);
});

test('a new name of the archive comes to all pages without reading a disclosure', async () => {
  build('dist', '.cache');
  await name('临水县档案馆 <试行>');
  expect(build('dist', '.cache')).toMatch(/公开文本：\d+ 份，0 份重新生成/);
  const read = (path: string) => readFile(join(project, 'dist', path), 'utf8');
  const pages = (await listFiles(join(project, 'dist'))).filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(20);
  for (const path of pages)
    expect((await read(path)).split('临水县档案馆 &lt;试行&gt;').length, path).toBeGreaterThan(3);
  expect(JSON.parse(await read('manifest.webmanifest')).name).toBe('临水县档案馆 <试行>');
  expect(await read('opensearch.xml')).toContain('<ShortName>临水县档案馆 &lt;试行');
  expect(JSON.parse(await read('data/datapackage.json')).title).toContain('临水县档案馆 <试行>');
});

test('a site that was lost is put together again without reading a disclosure', async () => {
  build('dist', '.cache');
  await rm(join(project, 'dist'), { recursive: true });
  expect(build('dist', '.cache')).toMatch(/公开文本：(\d+) 份，0 份重新生成，\1 份取自缓存/);
});

test('a publication leaves every file of the one that is served as it is', async () => {
  const publish = (...args: string[]) =>
    run('scripts/publish.ts', args, { DIST: 'served', CACHE: 'served-cache' });
  publish();
  await add(5);
  await edit('src/components/SiteFooter.astro', /<\/footer>/, '<p>页脚再添一句</p></footer>');
  await edit('public/favicon.svg', /<svg /, '<svg data-changed="yes" ');
  publish('raw/00006.txt');
  const archive = await readFile(join(project, 'content/archive.yaml'), 'utf8');
  const [, day] = /^published: (\d{4}-\d{2}-\d{2})\ncontents: [0-9a-f]{32}$/m.exec(archive) ?? [];
  expect(await listFiles(join(project, 'served/offline'))).toContain(`mingzhang-${day}.zip`);
  const releases = join(project, 'served.releases');
  const [a, b] = ['a', 'b'].map((name) => join(releases, name)) as [string, string];
  for (const folder of [a, b]) {
    const ledger = await readLedger(folder);
    const files = await listFiles(folder);
    const different: string[] = [];
    for (const [path, [sha256]] of ledger) {
      const bytes = await readFile(join(folder, path));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) different.push(`${folder}: ${path}`);
    }
    expect(different).toEqual([]);
    expect(files).toEqual([...ledger.keys()].sort());
  }
});

test('another shell, time zone and folder give the same bytes, and a shell alone renders nothing anew', async () => {
  build('dist', '.cache');
  const again = build('dist', '.cache', {
    _: '/opt/other/bin/node',
    SHLVL: '7',
    HASH: 'x',
    BASE_URL: '/no/',
  });
  const rendered = Number(/页，(\d+) 个文件重新生成/.exec(again)?.[1]);
  expect(rendered).toBeGreaterThan(0);
  expect(rendered).toBeLessThan(30);
  const moved = `${project}-在 别处`;
  await cp(project, moved, {
    recursive: true,
    filter: (path) => !/^(?:dist|full|served|\.cache|\.astro|node_modules)/.test(relative(project, path)),
  });
  await symlink(resolve('node_modules'), join(moved, 'node_modules'));
  try {
    run('scripts/build.ts', [], { TZ: 'Pacific/Auckland', LANG: 'C', LC_ALL: 'C' }, moved);
    await expectSame(join(project, 'dist'), join(moved, 'dist'));
  } finally {
    await rm(moved, { recursive: true, force: true });
  }
});

function run(script: string, args: string[], env: Record<string, string> = {}, cwd = project): string {
  return execFileSync(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
}

const ingest = (...args: string[]) => run('scripts/ingest.ts', args);
const build = (dist: string, cache: string, env: Record<string, string> = {}) =>
  run('scripts/build.ts', [], { DIST: dist, CACHE: cache, ...env });

async function add(index: number): Promise<void> {
  const { file, text } = makeDisclosure(index);
  await writeFile(join(project, 'raw', file), text);
}

/** Id of a synthetic disclosure in the archive. */
function idOf(index: number): string {
  const { budget } = makeDisclosure(index);
  const list = execFileSync('grep', ['-rl', `name: ${budget.unit}$`, join(project, 'content/disclosures')], {
    encoding: 'utf8',
  });
  const path = list.split('\n').find((name) => name.endsWith(`/${budget.year}.md`)) as string;
  return path.slice(join(project, 'content/disclosures/').length, -'.md'.length);
}

async function name(archive: string): Promise<void> {
  await writeFile(join(project, 'content/archive.yaml'), `name: ${archive}\n`);
}

async function edit(path: string, what: RegExp, by: string): Promise<void> {
  const before = await readFile(join(project, path), 'utf8');
  const after = before.replace(what, by);
  expect(after).not.toBe(before);
  await writeFile(join(project, path), after);
}

async function expectSame(actual: string, expected: string): Promise<void> {
  const [files, all] = await Promise.all([listFiles(actual), listFiles(expected)]);
  expect(files).toEqual(all);
  const different: string[] = [];
  for (const file of all) {
    const [a, b] = await Promise.all([readFile(join(actual, file)), readFile(join(expected, file))]);
    if (!a.equals(b)) different.push(file);
  }
  expect(different).toEqual([]);
}
