import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { listFiles } from './list-files.ts';
import { openStage, releaseStage } from './releases.ts';
import { removeFiles } from './remove-files.ts';
import { writeChanged } from './write-changed.ts';

let dist: string;
beforeEach(async () => {
  dist = join(await mkdtemp(join(tmpdir(), 'releases-')), 'dist');
});

const served = (path: string) => readFile(join(dist, path), 'utf8');

test('a publication is not served before it is released, and then at once', async () => {
  const first = await openStage(dist);
  expect(first.live).toBeNull();
  await writeFile(join(first.folder, 'index.html'), 'one');
  await expect(served('index.html')).rejects.toThrow('ENOENT');
  await releaseStage(dist, first, ['index.html'], []);
  expect(await served('index.html')).toBe('one');

  const second = await openStage(dist);
  expect(await readFile(join(second.folder, 'index.html'), 'utf8')).toBe('one');
  await writeChanged(join(second.folder, 'index.html'), 'two');
  expect(await served('index.html')).toBe('one');
  await releaseStage(dist, second, ['index.html'], []);
  expect(await served('index.html')).toBe('two');
});

test('a file that is replaced in the stage stays as it is where it is served', async () => {
  const first = await openStage(dist);
  await writeChanged(join(first.folder, 'units/u/index.html'), 'one');
  await releaseStage(dist, first, ['units/u/index.html'], []);
  for (const text of ['two', 'three', 'four']) {
    const stage = await openStage(dist);
    const before = await served('units/u/index.html');
    await writeChanged(join(stage.folder, 'units/u/index.html'), text);
    expect(await served('units/u/index.html')).toBe(before);
    await releaseStage(dist, stage, ['units/u/index.html'], []);
    expect(await served('units/u/index.html')).toBe(text);
  }
});

test('the copy behind follows by the changed paths, removals included', async () => {
  const first = await openStage(dist);
  await writeFile(join(first.folder, 'withdrawn.html'), 'old');
  await writeFile(join(first.folder, 'index.html'), 'one');
  await releaseStage(dist, first, ['index.html', 'withdrawn.html'], []);
  const second = await openStage(dist);
  await mkdir(join(second.folder, 'units'));
  await writeFile(join(second.folder, 'units/new.html'), 'new');
  await rm(join(second.folder, 'withdrawn.html'));
  await releaseStage(dist, second, ['units/new.html', 'withdrawn.html'], []);
  const third = await openStage(dist);
  expect(third.folder).toBe(first.folder);
  expect(await listFiles(third.folder)).toEqual(['index.html', 'units/new.html']);
});

test('the copy behind keeps no folder that the removals left empty', async () => {
  const first = await openStage(dist);
  await writeChanged(join(first.folder, 'index.html'), 'one');
  await writeChanged(join(first.folder, 'search/2031-a/rows/1.bin'), 'rows');
  await releaseStage(dist, first, ['index.html', 'search/2031-a/rows/1.bin'], []);
  const second = await openStage(dist);
  removeFiles(second.folder, ['search/2031-a/rows/1.bin']);
  await releaseStage(dist, second, ['search/2031-a/rows/1.bin'], []);
  const third = await openStage(dist);
  expect(await readdir(third.folder)).toEqual(['index.html']);
});

test('after a killed run the last good site is served and the next stage starts from it', async () => {
  const first = await openStage(dist);
  await writeFile(join(first.folder, 'index.html'), 'good');
  await releaseStage(dist, first, ['index.html'], []);
  const killed = await openStage(dist);
  await writeChanged(join(killed.folder, 'index.html'), 'half');
  await writeFile(join(killed.folder, 'stray.html'), 'half');
  expect(await served('index.html')).toBe('good');
  const next = await openStage(dist);
  expect(next.recovered).toBe(true);
  expect(await listFiles(next.folder)).toEqual(['index.html']);
  expect(await readFile(join(next.folder, 'index.html'), 'utf8')).toBe('good');
});

test('a link whose copies were deleted is where the first publication goes', async () => {
  const lost = await openStage(dist);
  await writeFile(join(lost.folder, 'index.html'), 'lost');
  await releaseStage(dist, lost, ['index.html'], []);
  await rm(`${dist}.releases`, { recursive: true });
  const stage = await openStage(dist);
  expect(stage.live).toBeNull();
  await writeFile(join(stage.folder, 'index.html'), 'new');
  await releaseStage(dist, stage, ['index.html'], []);
  expect(await served('index.html')).toBe('new');
});

test('a folder left by an ordinary build becomes the first served copy', async () => {
  await mkdir(dist);
  await writeFile(join(dist, 'index.html'), 'built');
  const stage = await openStage(dist);
  expect(await served('index.html')).toBe('built');
  expect(await readlink(dist)).toBe(join('dist.releases', 'a'));
  expect(stage.folder).toBe(join(`${dist}.releases`, 'b'));
  expect(await readFile(join(stage.folder, 'index.html'), 'utf8')).toBe('built');
});
