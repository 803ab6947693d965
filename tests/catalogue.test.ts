import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './browser.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(inject('chromium'));
});
afterAll(() => browser?.close());

describe('the procurement catalogue, without JavaScript', () => {
  test('what A180701 means is found by clicking, and leads to its line and to the other edition', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site);
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '目录' }).click();
    await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
    await page.getByRole('link', { name: '人民检察院' }).first().click();
    const entry = page.locator('#A180701');
    await expect(entry.locator('.name').innerText()).resolves.toMatch(/服务$/);

    const line = await entry.locator('.ln').innerText();
    await entry.locator('.ln').click();
    expect(page.url()).toMatch(new RegExp(`/source/#L${line}$`));
    await expect(page.locator(`#L${line}`).innerText()).resolves.toContain('A180701');
    await context.close();
  });

  test('an entry that the originals print differently shows all readings', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}catalogue/`);
    await page.getByRole('heading', { level: 2 }).getByRole('link').nth(1).click();
    await page.getByText('条未定').first().locator('..').getByRole('link').click();
    await expect(page.locator('.variant.undecided li').count()).resolves.toBeGreaterThanOrEqual(2);
    await context.close();
  });

  test('the changes between two editions are a page and a CSV of as many rows', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}catalogue/`);
    await page.getByRole('link', { name: '→' }).click();
    const rows = await page.locator('tr.change').count();
    const csv = await page.request.get(
      new URL((await page.getByRole('link', { name: '下载 CSV' }).getAttribute('href')) ?? '', page.url())
        .href,
    );
    const lines = (await csv.text()).trimEnd().split('\r\n');
    expect(rows).toBeGreaterThan(0);
    expect(lines).toHaveLength(rows + 1);
    await context.close();
  });
});

test('a glossary term leads to the line that explains it', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site}glossary/`);
  const first = page.locator('.definition').first();
  const text = await first.locator('p').first().innerText();
  await first.getByRole('link').first().click();
  const [, line] = /#(L\d+)$/.exec(page.url()) ?? [];
  await expect(page.locator(`#${line}`).innerText()).resolves.toContain(text.slice(0, 10));
  await context.close();
});
