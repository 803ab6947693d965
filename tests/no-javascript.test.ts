import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './browser.ts';
import { disclosurePages, pageTypes } from './page-types.ts';

const site = inject('site');
const types = await pageTypes(inject('dist'));
const disclosures = await disclosurePages(inject('dist'));
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchChromium(inject('chromium'));
  context = await browser.newContext({ javaScriptEnabled: false });
});
afterAll(() => browser?.close());

/** Opens a page without JavaScript and reads something from it. */
async function read<T>(path: string, look: (html: string) => T): Promise<T> {
  const page = await context.newPage();
  try {
    const response = await page.goto(site + path);
    expect(response?.status()).toBe(path === '404.html' ? 200 : 200);
    return look(await page.content());
  } finally {
    await page.close();
  }
}

const count = (html: string, part: RegExp) => html.match(part)?.length ?? 0;

test.each(types)('/%s can be read', async (path) => {
  const html = await read(path, (html) => html);
  expect(count(html, /<h1[ >]/g)).toBe(1);
  expect(html).toMatch(/<html[^>]* lang="zh-CN"/);
  expect(html).toContain('http-equiv="content-security-policy"');
  expect(html).not.toMatch(/ style="| on[a-z]+="/);
});

describe.each(disclosures)('/%s', (path) => {
  test('shows all thirteen tables, each drawn or said to be empty', async () => {
    const html = await read(path, (html) => html);
    for (let number = 1; number <= 13; number++) {
      const [, section = ''] = html.split(`<section class="table-section" id="t${number}"`);
      const own = section.split('<section')[0] ?? '';
      expect(own, `table ${number}`).toMatch(/<table|本表无数据/);
    }
  });

  test('shows every chart with its sentence and its data as a table', async () => {
    const html = await read(path, (html) => html);
    const charts = html.split('<figure class="chart"').slice(1);
    expect(charts.length).toBeGreaterThanOrEqual(4);
    for (const chart of charts) {
      const own = chart.split('</figure>')[0] ?? '';
      expect(own).toMatch(/<figcaption>.*<p>[^<]+/s);
      expect(own).toContain('<table');
    }
  });

  test('unfolds long texts by itself', async () => {
    const page = await context.newPage();
    await page.goto(site + path);
    const fold = page.locator('.fields details').first();
    if ((await fold.count()) > 0) {
      await fold.locator('summary').click();
      expect(await fold.getAttribute('open')).not.toBeNull();
    }
    await page.close();
  });
});

test('the comparison says what to do', async () => {
  expect(await read('compare/', (html) => html)).toMatch(/需要 JavaScript.*下载数据/s);
});
