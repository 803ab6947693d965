import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Settings } from '../settings.ts';
import { guardDist } from './guard-dist.ts';
import { listFiles } from './list-files.ts';
import { publishSite } from './publish-site.ts';
import { rebuildSite } from './rebuild-site.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guard-'));
  return () => rmSync(root, { recursive: true });
});

const write = (path: string, text = '内容') => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** The folders of an archive, its site in the folder of the given name. */
const settingsOf = (dist: string): Settings => ({
  ...{ content: join(root, 'archive/content'), cache: join(root, 'archive/.cache') },
  ...{ dist: join(root, dist), site: '', base: '/' },
});

const makes = {
  steps: [
    {
      name: '页面',
      async run({ dist }: Settings) {
        write(`${dist.slice(root.length + 1)}/index.html`);
        return { made: '', files: ['index.html'], written: ['index.html'] };
      },
    },
  ],
  ingest: async () => {},
  verify: async () => {},
  report: () => {},
  now: () => 0,
};

test.for([
  ['a build', rebuildSite],
  ['a publication', publishSite],
] as const)('%s refuses a folder of other things, and leaves it as it is', async ([, make]) => {
  write('www/photos/family.txt');
  await expect(make(settingsOf('www'), makes)).rejects.toThrow(
    `站点不能放在 ${join(root, 'www')}（DIST）：里面有 photos，不是这个程序生成的站点`,
  );
  expect(await listFiles(root)).toEqual(['www/photos/family.txt']);
});

test.for([
  ['is the archive', 'archive/content', '档案（CONTENT）'],
  ['contains the archive', 'archive', '档案（CONTENT）'],
  ['is the cache', 'archive/.cache', '缓存（CACHE）'],
  ['contains the archive by way of a link', 'link/archive', '档案（CONTENT）'],
] as const)('refuses a folder that %s, even before that exists', async ([, dist, what]) => {
  symlinkSync(root, join(root, 'link'));
  await expect(guardDist(settingsOf(dist))).rejects.toThrow(what);
});

test('refuses the folder of the program, of its user, and the root', async () => {
  const at = (dist: string) => guardDist({ ...settingsOf(''), dist });
  await expect(at(process.cwd())).rejects.toThrow('程序本身');
  await expect(at(homedir())).rejects.toThrow('（DIST）');
  await expect(at('/')).rejects.toThrow('（DIST）');
});

test('refuses a file, and a link that no publication made', async () => {
  write('file');
  write('elsewhere/index.html');
  symlinkSync('elsewhere', join(root, 'link'));
  await expect(guardDist(settingsOf('file'))).rejects.toThrow('它是一个文件');
  await expect(guardDist(settingsOf('link'))).rejects.toThrow('指向 elsewhere 的链接');
});

test('takes a folder that is missing or empty, or under version control and empty otherwise', async () => {
  mkdirSync(join(root, 'empty'));
  write('branch/.git', 'gitdir: elsewhere');
  await guardDist(settingsOf('branch'));
  await guardDist(settingsOf('empty'));
  await guardDist(settingsOf('archive/dist'));
});

test('takes a site that the program made before, with its ledger or its list of files, and one whose making was stopped', async () => {
  const settings = settingsOf('dist');
  await rebuildSite(settings, makes);
  await rebuildSite(settings, makes);
  rmSync(`${settings.dist}.files.json`);
  await expect(guardDist(settings)).rejects.toThrow('里面有 index.html');
  write('dist/site-manifest.json', '{"edition":"1a","published":"","bytes":6,"files":{}}');
  await guardDist(settings);

  const stops = async () => {
    throw new Error('stopped');
  };
  const other = settingsOf('other');
  await expect(rebuildSite(other, { ...makes, verify: stops })).rejects.toThrow('stopped');
  await rebuildSite(other, makes);
  await publishSite(other, makes);
  await publishSite(other, makes);
});

test('a ledger beside a folder that was emptied and used for other things vouches for nothing', async () => {
  const settings = settingsOf('dist');
  await rebuildSite(settings, makes);
  rmSync(settings.dist, { recursive: true });
  write('dist/photos/family.txt');
  await expect(rebuildSite(settings, makes)).rejects.toThrow('里面有 photos');
});
