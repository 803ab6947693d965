import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './list-files.ts';
import { verifySite } from './verify-site.ts';
import { writeChanged } from './write-changed.ts';

const settings = { base: '/a/', site: '' };

async function site(pages: Record<string, string>): Promise<[folder: string, files: Set<string>]> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'));
  for (const [path, html] of Object.entries({ '404.html': 'nothing', ...pages }))
    await writeChanged(join(folder, path), html);
  return [folder, new Set(await listFiles(folder))];
}

test('accepts a site whose links lead somewhere', async () => {
  const [folder, files] = await site({
    'index.html': '<a href="/a/u/?x=1&amp;y=2#L3">u</a><a href="https://x.example/">x</a>',
    'u/index.html': 'u',
  });
  await verifySite(folder, ['index.html', 'u/index.html'], files, settings);
});

test('refuses one with a link that leads nowhere, or without its start page', async () => {
  const [folder, files] = await site({ 'index.html': '<a href="/a/gone/">u</a>' });
  await expect(verifySite(folder, ['index.html'], files, settings)).rejects.toThrow('index.html → /a/gone/');
  const [bare, none] = await site({});
  await expect(verifySite(bare, [], none, settings)).rejects.toThrow('no index.html');
});
