import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanDisclosure } from '../src/checks/testing/clean-disclosure.ts';
import { joinDocument, printDocument } from '../src/ingest/testing/print-document.ts';

test('a dry run reads the file that is given, before or behind the option, and writes nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ingest-'));
  const file = join(folder, 'new.txt');
  await writeFile(file, joinDocument(printDocument(cleanDisclosure(7))));
  const content = join(folder, 'content');
  const ingest = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/ingest.ts', ...args], {
      encoding: 'utf8',
      env: { ...process.env, CONTENT: content, CACHE: join(folder, 'cache') },
    });
  for (const args of [
    ['--dry-run', file],
    [file, '--dry-run'],
    ['--dry-run', '--', file],
  ]) {
    const { status, stdout } = ingest(...args);
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^✓ 云溪县图书馆 2031年.*\n（试运行，未写入）\n$/),
    ]);
  }
  expect(existsSync(content)).toBe(false);
  const { status, stderr } = ingest('--dryrun', file);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^Unknown option `--dryrun`。用法：.*\n$/)]);
});
