import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { renameAnywhere } from './rename-anywhere.ts';

function aFile(): { from: string; to: string } {
  const folder = mkdtempSync(join(tmpdir(), 'rename-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'from'), 'text');
  return { from: join(folder, 'from'), to: join(folder, 'to') };
}

/** As the system answers where both places are not on one file system. */
async function acrossDevices(): Promise<void> {
  throw Object.assign(new Error('EXDEV: cross-device link not permitted'), { code: 'EXDEV' });
}

test.each([
  ['within a file system', rename],
  ['across two', acrossDevices],
])('moves a file %s', async (_, system) => {
  const { from, to } = aFile();
  await renameAnywhere(system)(from, to);
  expect(readFileSync(to, 'utf8')).toBe('text');
  expect(existsSync(from)).toBe(false);
});

test('throws whatever else is wrong', async () => {
  const { from, to } = aFile();
  await expect(renameAnywhere(rename)(`${from}-not`, to)).rejects.toThrow('ENOENT');
});
