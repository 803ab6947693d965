import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { type SiteServer, serveSite } from '../src/server/serve-site.ts';
import { launchChromium } from './browser.ts';

let browser: Browser;
let context: BrowserContext;
let server: SiteServer;
let folder: string;

beforeAll(async () => {
  browser = await launchChromium(inject('chromium'));
});
afterAll(() => browser?.close());

// Each test publishes into a copy of its own.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keep-'));
  await cp(inject('dist'), folder, { recursive: true });
  server = await serveSite(folder, '/', 0);
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function openPanel(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.url}data/`);
  await page.locator('[data-save-offline]').waitFor({ state: 'visible' });
  return page;
}

const status = (page: Page) => page.locator('[data-save-offline] [data-part="status"]');

async function save(page: Page): Promise<void> {
  await page.locator('[data-part="save"]').click();
  await expect.poll(() => status(page).textContent(), { timeout: 60_000 }).toContain('已保存');
}

/** Publishes another text of a page, as a new publication does: page, manifest, edition. */
async function publish(path: string, change: (text: string) => string): Promise<void> {
  const text = change(await readFile(join(folder, path), 'utf8'));
  await writeFile(join(folder, path), text);
  const manifest = JSON.parse(await readFile(join(folder, 'site-manifest.json'), 'utf8'));
  manifest.files[path] = [createHash('sha256').update(text).digest('hex'), Buffer.byteLength(text)];
  manifest.edition = createHash('sha256').update(JSON.stringify(manifest.files)).digest('hex');
  await writeFile(join(folder, 'site-manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'edition.json'),
    JSON.stringify({ edition: manifest.edition, published: '2031-01-01' }),
  );
}

test('says the size beforehand, saves everything, and then needs no server', async () => {
  const page = await openPanel();
  await expect.poll(() => status(page).textContent()).toMatch(/全部内容 [\d.]+ [kM]B/);
  await save(page);
  await server.close();
  await context.setOffline(true);
  // A page that was never visited, and a search, with the server gone and the browser started anew for the site.
  const other = await context.newPage();
  await other.goto(`${server.url}glossary/`);
  expect(await other.locator('h1').textContent()).toContain('名词');
  await other.goto(`${server.url}search/?q=${encodeURIComponent('住房公积金')}`);
  await other.waitForSelector('[data-hit]');
  expect(
    Number(await other.locator('[data-hit-count]').first().getAttribute('data-hit-count')),
  ).toBeGreaterThan(0);
  await other.goto(`${server.url}no/such/page/`);
  expect(await other.locator('main').textContent()).toContain('没有');
});

test('a newer publication is announced, an old tab keeps its own, one click takes the new one', async () => {
  const page = await openPanel();
  await save(page);
  const old = await context.newPage();
  await old.goto(`${server.url}glossary/`);
  await publish('glossary/index.html', (text) => text.replace('<h1', '<p id="fresh">新版</p><h1'));
  await old.reload();
  expect(await old.locator('#fresh').count()).toBe(0);
  const notice = old.locator('[data-update-notice]');
  await notice.waitFor({ state: 'visible' });
  expect(await notice.textContent()).toContain('2031-01-01');
  await notice.locator('button').click();
  await old.locator('#fresh').waitFor();
});

test('a site that is half replaced is refused and the saved one stays', async () => {
  const page = await openPanel();
  await save(page);
  await publish('glossary/index.html', (text) => text.replace('<h1', '<p id="fresh">新版</p><h1'));
  await writeFile(join(folder, 'glossary/index.html'), 'half');
  await page.reload();
  await expect.poll(() => status(page).textContent()).toContain('有更新的版本');
  await page.locator('[data-part="save"]').click();
  await expect.poll(() => status(page).textContent()).toContain('正在更新');
  const other = await context.newPage();
  await other.goto(`${server.url}glossary/`);
  expect(await other.locator('h1').textContent()).toContain('名词');
});

test('saving that was paused goes on where it ended', async () => {
  const page = await openPanel();
  await page.route('**/units/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    await route.continue();
  });
  await page.locator('[data-part="save"]').click();
  await page.locator('[data-part="pause"]').click();
  await expect.poll(() => status(page).textContent()).toContain('已暂停');
  await page.reload();
  await expect.poll(() => status(page).textContent()).toContain('还差');
  await page.unroute('**/units/**');
  await save(page);
});

test('what was saved can be removed', async () => {
  const page = await openPanel();
  await save(page);
  await page.locator('[data-part="remove"]').click();
  await expect.poll(() => status(page).textContent()).toMatch(/全部内容/);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('where the browser has no room the saved publication stays', async () => {
  const page = await openPanel();
  await save(page);
  const session = await context.newCDPSession(page);
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin: new URL(server.url).origin });
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(server.url).origin,
    quotaSize: usage + 200_000,
  });
  await publish('glossary/index.html', (text) =>
    text.replace('<h1', `<p>${Array.from({ length: 400_000 }, (_, index) => index % 7).join('')}</p><h1`),
  );
  await page.reload();
  await expect.poll(() => status(page).textContent()).toContain('有更新的版本');
  await page.locator('[data-part="save"]').click();
  await expect.poll(() => status(page).textContent()).toContain('空间不够');
  await context.setOffline(true);
  const other = await context.newPage();
  await other.goto(`${server.url}glossary/`);
  expect(await other.locator('h1').textContent()).toContain('名词');
});

test('the site can be installed', async () => {
  const page = await context.newPage();
  await page.goto(server.url);
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await page.request.get(new URL(href as string, server.url).href)).json();
  for (const { src } of manifest.icons)
    expect((await page.request.get(new URL(src, new URL(href as string, server.url)).href)).status()).toBe(
      200,
    );
  expect(manifest.icons.map(({ sizes }: { sizes: string }) => sizes)).toEqual(
    expect.arrayContaining(['192x192', '512x512']),
  );
});
