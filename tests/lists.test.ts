import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './browser.ts';

const site = inject('site');
const dist = inject('dist');
const list = JSON.parse(await readFile(`${dist}/units/list.json`, 'utf8')) as {
  units: [slug: string, name: string, region: number, department: number, years: number[]][];
};
const [, name = '', , , [year = 0] = []] = list.units[0] ?? [];
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(inject('chromium'));
});
afterAll(() => browser?.close());

async function open(path: string, width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(site + path, { waitUntil: 'networkidle' });
  return page;
}

/** On a busy machine the browser takes its time. */
const busy = { timeout: 20_000 };

const rowsOf = (page: Page) => page.locator('table[data-finder-table] tbody tr:not(.group)');

test('a body is found by its name, its pinyin and its year; the address says what is looked for', async () => {
  const page = await open('units/');
  const rows = rowsOf(page);
  const all = await rows.count();
  expect(all).toBe(list.units.length);
  await page.fill('[data-finder] input[name=q]', name.slice(0, 6));
  await expect.poll(() => rows.count(), busy).toBeLessThan(all);
  expect(await rows.first().locator('th').textContent()).toContain(name);
  await page.waitForURL(/\?q=/);
  const [slug = ''] = list.units[0] ?? [];
  const initials = slug.split('-').map(([letter]) => letter);
  await page.fill('[data-finder] input[name=q]', initials.slice(0, 5).join('').toUpperCase());
  await expect.poll(() => rows.allTextContents(), busy).toContainEqual(expect.stringContaining(name));
  await page.selectOption('[data-finder] select', String(year));
  await page.waitForURL(new RegExp(`year=${year}`));
  const ofYear = list.units.filter((unit) => unit[4].includes(year)).length;
  await page.fill('[data-finder] input[name=q]', '');
  await expect.poll(() => rows.count(), busy).toBe(ofYear);
  const found = await rows.allTextContents();
  await page.waitForURL(new RegExp(`\\?year=${year}$`));
  await page.reload({ waitUntil: 'networkidle' });
  await expect.poll(() => rows.allTextContents(), busy).toEqual(found);
  await rows.first().locator('th a').click();
  await page.waitForURL(`${site}units/${slug}/`);
  expect(await page.locator('h1').textContent()).toContain(name);
  await page.goBack({ waitUntil: 'networkidle' });
  await expect.poll(() => rows.count(), busy).toBe(ofYear);
  await page.selectOption('[data-finder] select', '');
  await page.fill('[data-finder] input[name=q]', '');
  await expect.poll(() => rows.count(), busy).toBe(all);
  await page.close();
});

test('what no body is called can be searched in the texts', async () => {
  const page = await open(`units/?q=${encodeURIComponent('无此单位')}`);
  expect(await page.locator('table[data-finder-table]').isVisible()).toBe(false);
  const link = page.locator('[data-finder-status] a');
  expect(await link.getAttribute('href')).toBe(`/search/?q=${encodeURIComponent('无此单位')}`);
  await page.close();
});

test('the list of a year is ordered by its headings, by the keyboard too, and its figures lead to their rows', async () => {
  const page = await open('years/2024/');
  const heading = page.locator('th[data-order=official]');
  await heading.locator('button').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?sort=official$/);
  expect(await heading.getAttribute('aria-sort')).toBe('descending');
  expect(await page.locator('th[aria-sort]').count()).toBe(1);
  const column = async () => {
    const cells = await rowsOf(page).locator('td:nth-child(6)').allTextContents();
    return cells.map((cell) => Number(cell.replaceAll(',', '')));
  };
  const listed = await column();
  expect(listed.length).toBeGreaterThan(1);
  const down = listed.toSorted((a, b) => b - a);
  await expect.poll(column, busy).toEqual(down);
  await heading.locator('button').click();
  await page.waitForURL(/\?sort=official\.asc$/);
  await expect.poll(column, busy).toEqual(down.toReversed());
  const links = await rowsOf(page)
    .locator('td a[href*="#"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    const [path = '', anchor] = link.split('#');
    expect(await readFile(`${dist}${path}index.html`, 'utf8'), link).toContain(` id="${anchor}"`);
  }
  await page.close();
});

test('on a phone the column that a year is ordered by is in sight, and the page does not scroll sideways', async () => {
  const page = await open('years/2024/?sort=fails', 390);
  const right = async () => {
    const box = await page.locator('th[data-order=fails]').boundingBox();
    return box ? box.x + box.width : Number.NaN;
  };
  await expect.poll(right, busy).toBeLessThanOrEqual(390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.close();
});

test('without JavaScript the lists are whole, and nothing is offered that does nothing', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of ['units/', 'years/2024/']) {
    await page.goto(site + path);
    expect(await page.locator('[data-finder]').isVisible()).toBe(false);
    expect(await page.locator('main button:visible').count()).toBe(0);
    expect(await rowsOf(page).count()).toBeGreaterThan(1);
  }
  await context.close();
});
