import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyOf, remember } from './remember.ts';

test('a value is made once a key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'remember-'));
  let made = 0;
  const make = () => ({ made: ++made });
  expect(remember(folder, keyOf('a', 'b'), make)).toEqual({ made: 1 });
  expect(remember(folder, keyOf('a', 'b'), make)).toEqual({ made: 1 });
  expect(remember(folder, keyOf('a', 'c'), make)).toEqual({ made: 2 });
});

test('what a killed run left half-written is made again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'remember-'));
  const key = keyOf('x');
  remember(folder, key, () => [1, 2]);
  const [part] = readdirSync(folder);
  writeFileSync(join(folder, part as string, `${key}.json`), '[1,');
  expect(remember(folder, key, () => [3])).toEqual([3]);
});

test('parts do not run into each other', () => {
  expect(keyOf('ab', 'c')).not.toBe(keyOf('a', 'bc'));
});
