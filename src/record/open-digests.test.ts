import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDigests } from './open-digests.ts';

function place() {
  const folder = mkdtempSync(join(tmpdir(), 'digests-'));
  return { file: join(folder, 'digests.json'), path: join(folder, 'a.md') };
}

/** Writes a file as if some time ago, so that its digest may be kept. */
function put(path: string, text: string, seconds = 1_000_000): void {
  writeFileSync(path, text);
  utimesSync(path, seconds, seconds);
}

test('a kept digest is that of the bytes, and follows every change of them', () => {
  const { file, path } = place();
  const digest = () => {
    const digests = openDigests(file, '1');
    const found = digests.of(path);
    digests.keep();
    return found;
  };
  put(path, '收入 1.00');
  const first = digest();
  expect(digest()).toBe(first);
  // The same size and the same time of writing: the file system still notes that it changed.
  put(path, '收入 2.00');
  const second = digest();
  expect(second).not.toBe(first);
  put(path, '收入 1.00');
  expect(digest()).toBe(first);
});

test('another version has other digests', () => {
  const { file, path } = place();
  put(path, '收入');
  const [one, two] = ['1', '2'].map((version) => openDigests(file, version).of(path));
  expect(one).not.toBe(two);
});

test('a list that was cut off is made again', () => {
  const { file, path } = place();
  put(path, '收入');
  const whole = openDigests(file, '1').of(path);
  writeFileSync(file, '{"version":"1","fil');
  expect(openDigests(file, '1').of(path)).toBe(whole);
});
