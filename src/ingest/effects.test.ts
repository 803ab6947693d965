import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { files } from './effects.ts';

test('lists the files below a folder in a fixed order, and tells what cannot be listed', async () => {
  const root = mkdtempSync(join(tmpdir(), 'effects-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'b'));
  for (const name of ['c.txt', 'b/2.txt', 'b/1.txt', '.hidden']) writeFileSync(join(root, name), '');
  expect(await files.list(root)).toEqual(['b/1.txt', 'b/2.txt', 'c.txt'].map((name) => join(root, name)));
  expect(await files.list(join(root, 'c.txt'))).toEqual([join(root, 'c.txt')]);
  expect(await files.list(join(root, 'none'))).toBeUndefined();

  const loop = join(root, 'loop');
  symlinkSync('loop', loop);
  const told: string[] = [];
  expect(await files.list(loop, (_, path) => told.push(path))).toEqual([]);
  expect(told).toEqual([loop]);
  await expect(files.list(loop)).rejects.toThrow('ELOOP');
});
