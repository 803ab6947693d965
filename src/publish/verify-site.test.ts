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

test('reads addresses in any writing, and leaves the page’s own anchors alone', async () => {
  const [folder, files] = await site({
    'index.html':
      '目录：<a href="#L3">3</a><a href="/a/目录/">目录</a><a href="/a/%E7%9B%AE%E5%BD%95/#甲">目录</a>',
    '目录/index.html': '<a href="../没有/">没有</a>',
  });
  await verifySite(folder, ['index.html'], files, settings);
  await expect(verifySite(folder, ['目录/index.html'], files, settings)).rejects.toThrow(
    '目录/index.html → ../没有/',
  );
});

test('refuses one with a link that leads nowhere, or without its start page', async () => {
  const [folder, files] = await site({ 'index.html': '<a href="/a/gone/">u</a>' });
  await expect(verifySite(folder, ['index.html'], files, settings)).rejects.toThrow('index.html → /a/gone/');
  const [bare, none] = await site({});
  await expect(verifySite(bare, [], none, settings)).rejects.toThrow('no index.html');
});

test('finds the one broken link of hundreds of pages', async () => {
  const pages = Array.from({ length: 300 }, (_, i) => [`u/${i}/index.html`, '<a href="/a/">首页</a>']);
  const [folder, files] = await site({
    'index.html': 'home',
    ...Object.fromEntries(pages),
    'u/299/index.html': '<a href="/a/">首页</a><a href="../300/">300</a>',
  });
  await expect(verifySite(folder, [...files], files, settings)).rejects.toThrow(
    'Links that lead nowhere (1):\nu/299/index.html → ../300/',
  );
});
