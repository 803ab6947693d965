import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { cleanDisclosure } from '../src/checks/testing/clean-disclosure.ts';
import { joinDocument, printDocument } from '../src/ingest/testing/print-document.ts';

// Commands start anew.
vi.setConfig({ testTimeout: 180_000 });

/** Runs a command over an archive of its own. */
function run(script: string, folder: string, ...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      ...{ CONTENT: join(folder, 'content'), DIST: join(folder, 'dist'), CACHE: join(folder, 'cache') },
      ...{ NODE_ENV: 'production', VITEST: '' },
    },
  });
  return { status, said: stdout + stderr };
}

test('a fault of archive.yaml is said before a text is taken in or a page is written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'publish-'));
  await mkdir(join(folder, 'content'));
  await writeFile(join(folder, 'content/archive.yaml'), 'slug: lin\nname: 临水县: 预算\n');
  await writeFile(join(folder, 'new.txt'), joinDocument(printDocument(cleanDisclosure(7))));
  const message = `${join(folder, 'content/archive.yaml')}:2：文字里有冒号和空格，要放在引号里\n`;
  expect(run('publish', folder, join(folder, 'new.txt'))).toEqual({
    status: 1,
    said: `${message}没有发布：原有站点不受影响。\n`,
  });
  expect(run('build', folder)).toEqual({ status: 1, said: message });
  expect(
    ['content/sources', 'dist', 'dist.releases'].filter((path) => existsSync(join(folder, path))),
  ).toEqual([]);
});
