import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './list-files.ts';
import { removeFiles } from './remove-files.ts';
import { writeChanged } from './write-changed.ts';

test('removes files and the folders that this empties', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'prune-'));
  await mkdir(join(folder, 'units/old/2023'), { recursive: true });
  await writeFile(join(folder, 'index.html'), 'start');
  await writeFile(join(folder, 'units/old/2023/index.html'), 'withdrawn');
  removeFiles(folder, ['units/old/2023/index.html', 'never/there.html']);
  expect(await listFiles(folder)).toEqual(['index.html']);
  expect(await readdir(folder)).toEqual(['index.html']);
});

test('writes a file only when its bytes change', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'write-'));
  const path = join(folder, 'data/figures.csv');
  expect(await writeChanged(path, '1,2\r\n')).toBe(true);
  expect(await writeChanged(path, '1,2\r\n')).toBe(false);
  expect(await writeChanged(path, new TextEncoder().encode('1,3\r\n'))).toBe(true);
});

test('a folder that is missing has no files', async () => {
  expect(await listFiles(join(tmpdir(), 'does-not-exist-here'))).toEqual([]);
});
