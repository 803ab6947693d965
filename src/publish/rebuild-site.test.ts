import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readSettings, type Settings } from '../settings.ts';
import { listFiles } from './list-files.ts';
import { rebuildSite } from './rebuild-site.ts';
import { writeChanged } from './write-changed.ts';

let settings: Settings;
beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), 'rebuild-'));
  settings = readSettings({}, root);
  return () => rm(root, { recursive: true });
});

const build = (...files: string[]) =>
  rebuildSite(settings, {
    steps: [
      {
        name: '页面',
        async run({ dist }) {
          for (const path of files) await writeChanged(join(dist, path), path);
          return { made: '', files, written: files };
        },
      },
    ],
    verify: async () => {},
    report: () => {},
    now: () => 0,
  });

test('what is no part of the site any more goes; what Git keeps in the folder stays', async () => {
  await build('index.html', 'old/index.html');
  await writeChanged(join(settings.dist, '.git/HEAD'), 'ref: refs/heads/pages');
  await build('index.html', 'new/index.html');
  expect(await listFiles(settings.dist)).toEqual(['.git/HEAD', 'index.html', 'new/index.html']);
});
