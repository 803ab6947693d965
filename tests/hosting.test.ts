import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { listFiles } from '../src/publish/list-files.ts';
import { type SiteServer, serveSite } from '../src/server/serve-site.ts';
import { launchChromium } from './browser.ts';

/** The sample archive as it stands under a path of a site, with the headers that a host should send. */
const base = '/open/ledger/';
let folder: string;
let server: SiteServer;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosting-'));
  execFileSync(process.execPath, ['scripts/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...{ DIST: join(folder, 'dist'), CACHE: join(folder, 'cache'), BASE: base },
      ...{ SITE: 'https://budget.example.org', NODE_ENV: 'production', VITEST: '' },
    },
  });
  server = await serveSite(join(folder, 'dist'), base, 0);
  browser = await launchChromium(inject('chromium'));
  context = await browser.newContext();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens a page and notes whatever it asks outside its path, fails to load or refuses. */
async function open(path: string): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) faults.push(`outside: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  return { page, faults };
}

test.each(['', 'units/', 'catalogue/', 'checks/', 'data/', 'glossary/', 'compare/'])(
  'the page "%s" loads all it needs from under its path',
  async (path) => {
    const { page, faults } = await open(path);
    expect(await page.locator('h1').count()).toBe(1);
    expect(faults).toEqual([]);
    await page.close();
  },
);

test('a reader finds a row by search and comes to it in its table', async () => {
  const { page, faults } = await open('');
  await page.locator('#home-search').fill('公务接待费');
  await page.keyboard.press('Enter');
  const hit = page.locator('.hit a[href*="#"]').first();
  await hit.waitFor();
  await hit.click();
  await page.waitForURL(/\/open\/ledger\/units\/.+#/);
  const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1).split(':~:')[0] as string);
  expect(await page.locator(`[id="${anchor}"]`).count()).toBe(1);
  expect(faults).toEqual([]);
  await page.close();
});

test('every file is sent with the headers of its kind, and hashed ones are kept for good', async () => {
  const files = await listFiles(join(folder, 'dist'));
  const sample = (pattern: RegExp) => {
    const found = files.find((file) => pattern.test(file));
    if (!found) throw new Error(`No file like ${pattern}`);
    return found;
  };
  const headers = async (path: string) => (await fetch(server.url + path)).headers;
  for (const path of [
    '',
    sample(/^units\/.+\/index\.html$/),
    sample(/^_astro\/.+\.js$/),
    sample(/^data\/.+\.csv$/),
  ]) {
    const sent = await headers(path);
    expect(sent.get('x-content-type-options'), path).toBe('nosniff');
    expect(sent.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
    expect(sent.get('referrer-policy'), path).toBe('no-referrer');
  }
  for (const path of [
    sample(/^_astro\/.+\.css$/),
    sample(/^search\/[^/]+\/.+/),
    sample(/^pagefind\/[^/]+\/.+/),
  ])
    expect((await headers(path)).get('cache-control'), path).toContain('immutable');
  for (const path of ['', 'search/', 'search/manifest.json', 'site-manifest.json'])
    expect((await headers(path)).get('cache-control'), path).toBe('no-cache');
  expect((await headers('data/figures.csv')).get('access-control-allow-origin')).toBe('*');
  expect((await headers('sw.js')).get('cache-control')).toBe('no-store');
});

test('what is read or imported has its type, and what is not there yet is not kept', async () => {
  const typeOf = async (path: string) => (await fetch(server.url + path)).headers.get('content-type');
  const [id] = (await listFiles(join(folder, 'dist'))).flatMap(
    (file) => /^units\/(.+\/\d{4})\/disclosure\.md$/.exec(file)?.[1] ?? [],
  );
  expect(await typeOf('data/figures.csv')).toMatch(/^text\/csv/);
  expect(await typeOf(`units/${id}/disclosure.md`)).toMatch(/^text\/markdown/);
  expect(await typeOf('manifest.webmanifest')).toMatch(/^application\/manifest\+json/);
  for (const path of ['_astro/nope.js', 'search/0/nope.bin', 'pagefind/0/nope.js']) {
    const early = await fetch(server.url + path);
    expect([early.status, early.headers.get('cache-control')], path).toEqual([404, 'no-cache']);
  }
});

test('an unchanged page is not sent twice', async () => {
  const first = await fetch(`${server.url}units/`);
  const tag = first.headers.get('etag');
  expect(tag).toBeTruthy();
  const again = await fetch(`${server.url}units/`, { headers: { 'if-none-match': tag as string } });
  expect(again.status).toBe(304);
});

test('a missing page says so in the style of the site', async () => {
  const response = await fetch(`${server.url}units/nobody/`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain(`href="${base}"`);
});

test('each page that is listed for search engines says the same address of itself, and is there', async () => {
  const pages = (await listFiles(join(folder, 'dist'))).filter((path) => path.endsWith('.html'));
  const listed = await readFile(join(folder, 'dist/sitemap.xml'), 'utf8');
  const addresses = [...listed.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address as string);
  const told = new Map<string, string>();
  for (const path of pages) {
    const html = await readFile(join(folder, 'dist', path), 'utf8');
    const address = `https://budget.example.org${base}${path.replace(/index\.html$/, '')}`;
    if (!html.includes('<meta name="robots" content="noindex">')) told.set(address, html);
  }
  expect(addresses).toEqual([...told.keys()].sort());
  for (const [address, html] of told) {
    expect(html).toContain(`<link rel="canonical" href="${address}">`);
    expect(html).toContain(`<meta property="og:url" content="${address}" data-online-only>`);
  }
  expect(await readFile(join(folder, 'dist/robots.txt'), 'utf8')).toContain(`${base}sitemap.xml\n`);
});

test('the open data are described for search engines of data sets', async () => {
  const page = await context.newPage();
  await page.goto(`${server.url}data/`);
  const told = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(told['@type']).toBe('Dataset');
  const figures = told.distribution.find(({ contentUrl }: { contentUrl: string }) =>
    contentUrl.endsWith('/figures.csv'),
  );
  expect(figures.contentUrl).toBe(`https://budget.example.org${base}data/figures.csv`);
  const sums = await readFile(join(folder, 'dist/data/SHA256SUMS'), 'utf8');
  expect(sums).toContain(`${figures.sha256}  figures.csv`);
  await page.close();
});

test('the file of header rules names the path', async () => {
  const rules = await readFile(join(folder, 'dist/_headers'), 'utf8');
  expect(rules).toContain(`${base}_astro/*\n  Cache-Control: public, max-age=31536000, immutable`);
});
