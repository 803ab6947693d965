import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './browser.ts';

const site = inject('site');
let browser: Browser;
let disclosure: string;

beforeAll(async () => {
  browser = await launchChromium(inject('chromium'));
  const page = await browser.newPage();
  await page.goto(`${site}units/`);
  const hrefs = await page
    .locator('main a[href*="/units/"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  disclosure = hrefs.find((href) => /\/\d{4}\/$/.test(href)) ?? '';
  await page.close();
});
afterAll(() => browser?.close());

test('the archive has a disclosure to show charts of', () => expect(disclosure).toMatch(/\/\d{4}\/$/));

describe.each([360, 1280])('at %i px', (width) => {
  test.each(['gallery/', ''])(
    'no label of /%s is clipped, overlaps another or is smaller than 12 px',
    async (path) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(site + path);
      const { charts, faults } = await page.evaluate(labelFaults);
      await page.close();
      expect(charts).toBeGreaterThan(0);
      expect(faults).toEqual([]);
    },
  );
});

test('without JavaScript every chart of a disclosure is complete: sentence, marks, table, downloads', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(disclosure);
  const figures = page.locator('figure.chart');
  expect(await figures.count()).toBeGreaterThanOrEqual(6);
  for (const figure of await figures.all()) {
    expect(await figure.locator('figcaption p').first().textContent()).toMatch(/。$/);
    expect(await figure.locator('.chart-data tbody tr').count()).toBeGreaterThan(0);
    const marks = figure.locator('.chart-svg .m');
    for (const mark of await marks.all()) {
      expect(await mark.getAttribute('tabindex')).toBe('0');
      expect(await mark.locator('title').textContent()).not.toBe('');
    }
    const links = await figure
      .locator('.chart-data a[download]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links).toHaveLength((await marks.count()) > 0 ? 2 : 1);
    for (const link of links) {
      const text = await (await fetch(link)).text();
      expect(text).toMatch(link.endsWith('.svg') ? /^<svg / : /^\uFEFF?[^\r\n]+原文行\r\n/);
    }
  }
  await context.close();
});

describe('with JavaScript', () => {
  test('the keyboard goes to a chart in one step and through its marks with the arrows', async () => {
    const page = await open();
    await page.locator('.chart-svg:visible .m').first().focus();
    const first = await tip(page);
    await page.keyboard.press('ArrowDown');
    const second = await tip(page);
    expect(first).toMatch(/[：；]/);
    expect(second).not.toBe(first);
    await page.keyboard.press('Home');
    expect(await tip(page)).toBe(first);
    await page.keyboard.press('Escape');
    expect(await page.locator('.chart-tip').isVisible()).toBe(false);
    const stops = await page.locator('.chart-svg:visible').first().locator('.m[tabindex="0"]').count();
    expect(stops).toBe(1);
    await page.close();
  });

  test('hover and touch show the figure', async () => {
    const page = await open(true);
    const mark = page.locator('.chart-svg:visible .m').first();
    const said = await mark.getAttribute('aria-label');
    await mark.hover();
    expect(await tip(page)).toBe(said);
    await page.locator('h1').first().tap();
    await mark.tap();
    expect(await tip(page)).toBe(said);
    await page.close();
  });

  test('a picture downloads as PNG', async () => {
    const page = await open();
    const figure = page.locator('figure.chart:has(.chart-svg)').first();
    await figure.locator('.chart-data summary').first().click();
    const [download] = await Promise.all([page.waitForEvent('download'), figure.getByText('PNG').click()]);
    expect(download.suggestedFilename()).toMatch(/^[a-z-]+\.png$/);
    const bytes = await readFile(await download.path());
    expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    await page.close();
  });
});

async function open(hasTouch = false): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, hasTouch });
  await page.goto(disclosure, { waitUntil: 'networkidle' });
  return page;
}

function tip(page: Page): Promise<string> {
  return page.locator('.chart-tip').textContent().then(String);
}

/** Runs in the page: compares what the browser really drew. */
function labelFaults(): { charts: number; faults: string[] } {
  const faults: string[] = [];
  const drawings = [...document.querySelectorAll<SVGSVGElement>('.chart-svg')].filter(
    (svg) => svg.getBoundingClientRect().width > 0,
  );
  for (const svg of drawings) {
    const frame = svg.getBoundingClientRect();
    const name = `${svg.closest('figure')?.id}`;
    const size = (13 * frame.width) / svg.viewBox.baseVal.width;
    if (size < 12) faults.push(`${name}: text of ${size.toFixed(1)} px`);
    const labels = [...svg.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    const slack = size / 13;
    for (const [index, { text, box }] of labels.entries()) {
      if (box.left < frame.left - slack || box.right > frame.right + slack)
        faults.push(`${name}: clipped: ${text}`);
      for (const other of labels.slice(index + 1)) {
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const tall = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // Line boxes of a font are higher than what is drawn: neighbors on two lines may share a little.
        if (wide > slack && tall > size * 0.45) faults.push(`${name}: ${text} over ${other.text}`);
      }
    }
  }
  return { charts: drawings.length, faults };
}
