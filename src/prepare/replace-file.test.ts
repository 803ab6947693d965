import { linkSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile } from './replace-file.ts';

test('a file that another folder holds too stays there as it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'replace-'));
  replaceFile(join(folder, 'new'), Buffer.from('预算'));
  linkSync(join(folder, 'new'), join(folder, 'served'));
  replaceFile(join(folder, 'new'), Buffer.from('决算'));
  expect(readFileSync(join(folder, 'new'), 'utf8')).toBe('决算');
  expect(readFileSync(join(folder, 'served'), 'utf8')).toBe('预算');
});

test('another error is not hidden', () => {
  const folder = mkdtempSync(join(tmpdir(), 'replace-'));
  expect(() => replaceFile(join(folder, 'missing', 'new'), Buffer.from(''))).toThrow(/ENOENT/);
});
