import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './browser.ts';
import { disclosurePages, pageTypes } from './page-types.ts';

const site = inject('site');
const axe = await readFile(resolve('node_modules/axe-core/axe.min.js'), 'utf8');
const types = await pageTypes(inject('dist'));
const states = [...types, `search/?q=${encodeURIComponent('支出')}`, await comparison()];
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(inject('chromium'));
});
afterAll(() => browser?.close());

test('there is a page of every main type', () => {
  expect(types).toEqual(
    expect.arrayContaining(['', '404.html', 'checks/', 'compare/', 'data/', 'search/', 'units/']),
  );
});

describe.each(states)('/%s', (path) => {
  test('has no violation of WCAG 2.2 AA at 360 and 1280 px, in the light and the dark theme', async () => {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    const found: string[] = [];
    await page.goto(site + path, { waitUntil: 'networkidle' });
    await page.evaluate(axe);
    for (const width of [360, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const violations = await run(page, colorScheme === 'light' ? all : contrast);
        found.push(...violations.map((one) => `${width} px, ${colorScheme}: ${one}`));
      }
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content, `at ${width} px the page scrolls sideways`).toBeLessThanOrEqual(window as number);
    }
    expect(found).toEqual([]);
    await context.close();
  });
});

test('so have the opened tools of a table, and a list that is filtered and ordered', async () => {
  const [disclosure] = await disclosurePages(inject('dist'));
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${site}${disclosure}`, { waitUntil: 'networkidle' });
  await page.click('#t3 .tool');
  await page.click('#t3 .order >> nth=2');
  await page.fill('#t3 .tools input[type=search]', '支出');
  const found = await runInBoth(page);
  await page.goto(`${site}years/2024/?q=${encodeURIComponent('局')}&sort=fails`, {
    waitUntil: 'networkidle',
  });
  expect([...found, ...(await runInBoth(page))]).toEqual([]);
  await context.close();

  async function runInBoth(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const violations: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      violations.push(...(await run(page, all)));
    }
    return violations;
  }
});

const all = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** The theme changes nothing but colors. */
const contrast = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** What axe finds on the page, in a line each. */
async function run(page: Page, options: object): Promise<string[]> {
  return page.evaluate(async (options) => {
    type Result = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };
    const { axe } = globalThis as unknown as {
      axe: { run(root: Document, options: object): Promise<Result> };
    };
    const result = await axe.run(document, { ...options, resultTypes: ['violations'] });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`),
    );
  }, options);
}

/** Address of a comparison of two disclosures of the sample archive. */
async function comparison(): Promise<string> {
  const list = JSON.parse(await readFile(`${inject('dist')}/compare/list.json`, 'utf8')) as { id: string }[];
  return `compare/?a=${list[0]?.id}&b=${list[1]?.id}`;
}
