import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './browser.ts';
import { disclosurePages } from './page-types.ts';

const site = inject('site');
const [path = ''] = await disclosurePages(inject('dist'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(inject('chromium'));
});
afterAll(() => browser?.close());

/** Opens the tools of a table by the keyboard. */
async function openTools(table: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(site + path, { waitUntil: 'networkidle' });
  await page.locator(`${table} .tool`).focus();
  await page.keyboard.press('Enter');
  await page.locator(`${table} .tools`).waitFor();
  return page;
}

const rowsOf = (page: Page, table: string) => page.locator(`${table} tbody tr:not(.remark-row):visible`);
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('rows are ordered by a heading, and come back as they were printed', async () => {
  const page = await openTools('#t3');
  const rows = rowsOf(page, '#t3');
  const printed = await rows.allTextContents();
  const heading = page.locator('#t3 thead th', { hasText: '项目支出' });
  await heading.locator('button').click();
  expect(await heading.getAttribute('aria-sort')).toBe('descending');
  const values = (await rows.locator('td:last-child').allTextContents()).filter(Boolean).map(Number);
  expect(values.length).toBeGreaterThan(2);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
  expect(await rows.allTextContents()).not.toEqual(printed);
  await page.click('#t3 .tools button:has-text("原顺序")');
  expect(await rows.allTextContents()).toEqual(printed);
  expect(await page.locator('#t3 [aria-sort]').count()).toBe(0);
  await page.context().close();
});

test('rows are filtered by words, and to those that sum up no others', async () => {
  const page = await openTools('#t3');
  const rows = rowsOf(page, '#t3');
  const all = await rows.count();
  await page.check('#t3 .tools input[type=checkbox]');
  const codes = await rows.locator('td.c').allTextContents();
  expect(codes.length).toBeGreaterThan(2);
  expect(codes.filter((code) => code.length !== 7)).toEqual([]);
  await page.fill('#t3 .tools input[type=search]', '医疗 210');
  const found = await rows.allTextContents();
  expect(found.length).toBeGreaterThan(0);
  for (const row of found) expect(row).toMatch(/医疗/);
  expect(await page.locator('#t3 .tools [role=status]').textContent()).toBe(`${found.length} / ${all} 行`);
  await page.click('#t3 .tool');
  await page.locator('#t3 .tools').waitFor({ state: 'detached' });
  expect(await rows.count()).toBe(all);
  expect(await page.locator('#t3 .tools, #t3 .order, #t3 .row-address').count()).toBe(0);
  await page.context().close();
});

test('a table is copied for a spreadsheet, with the headings of its columns and amounts as printed', async () => {
  const page = await openTools('#t12');
  await page.click('#t12 .tools button:has-text("复制表格")');
  await page.locator('#t12 .tools [role=status]', { hasText: '已复制' }).waitFor();
  const [head = '', ...lines] = (await clipboard(page)).replace(/\n$/, '').split('\n');
  expect(head.split('\t').slice(0, 3)).toEqual(['行', '项目名称', '合计']);
  expect(head).toContain('／一般公共预算');
  expect(lines.length).toBe(await rowsOf(page, '#t12').count());
  for (const line of lines) expect(line.split('\t').length).toBe(head.split('\t').length);
  expect(lines.some((line) => /\t\d{4,}\.\d\d\t/.test(line))).toBe(true);
  await page.context().close();
});

test('the address of a row leads to it, also where the site has no encryption', async () => {
  const page = await openTools('#t12', 390);
  for (const secure of [true, false]) {
    if (!secure)
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    const row = rowsOf(page, '#t12').nth(secure ? 1 : 2);
    const line = (await row.locator('.ln a').textContent()) ?? '';
    await row.locator('.row-address').click();
    await page.locator('#t12 .tools [role=status]', { hasText: '的地址' }).waitFor();
    const field = page.locator('#t12 .tools input[type=search]');
    await field.focus();
    await page.keyboard.press('Control+V');
    expect(await field.inputValue()).toBe(`${site}${path}#L${line}`);
    await field.fill('');
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.context().close();
});
