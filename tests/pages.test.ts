import { readdir, readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './browser.ts';
import { disclosurePages } from './page-types.ts';

const site = inject('site');
const dist = inject('dist');
const disclosures = await disclosurePages(dist);
const sizeOf = async (path: string) => brotliCompressSync(await readFile(`${dist}/${path}`)).length;
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

describe.each(disclosures)('/%s', (path) => {
  test('is light: HTML, style and scripts, compressed', async () => {
    const html = await readFile(`${dist}/${path}index.html`, 'utf8');
    const linked = (pattern: RegExp) =>
      [...html.matchAll(pattern)].map(([, href = '']) => href.replace(/^\//, ''));
    const total = async (files: string[]) =>
      (await Promise.all(files.map(sizeOf))).reduce((sum, size) => sum + size, 0);
    expect(await sizeOf(`${path}index.html`)).toBeLessThanOrEqual(120_000);
    expect(await total(linked(/<link rel="stylesheet" href="([^"]+)"/g))).toBeLessThanOrEqual(15_000);
    expect(await total(linked(/<script[^>]* src="([^"]+)"/g))).toBeLessThanOrEqual(15_000);
  });

  test('asks nobody else for anything, keeps to its policy, and does not move while it loads', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const foreign: string[] = [];
    const complaints: string[] = [];
    let scripts = 0;
    page.on('request', (request) => {
      if (!request.url().startsWith(site) && !/^(data|blob):/.test(request.url()))
        foreign.push(request.url());
    });
    page.on('response', async (response) => {
      if (response.request().resourceType() !== 'script') return;
      scripts += brotliCompressSync(await response.body()).length;
    });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site + path, { waitUntil: 'networkidle' });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 300);
        }),
    );
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    expect(shift).toBeLessThan(0.01);
    expect(scripts, 'JavaScript before the reader touches the search').toBeLessThanOrEqual(15_000);
    await page.close();
  });

  test('has each anchor once, and every link on the page leads somewhere', async () => {
    const page = await open(path);
    const { repeated, dead } = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((a) =>
        a.hash.slice(1),
      );
      return {
        repeated: ids.filter((id, i) => ids.indexOf(id) !== i),
        dead: [...new Set(links)].filter((id) => !document.getElementById(decodeURIComponent(id))),
      };
    });
    expect(repeated).toEqual([]);
    expect(dead).toEqual([]);
    await page.close();
  });

  test('every line number leads to its line of the source, and back', async () => {
    const page = await open(path);
    const numbers = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href*="source/#L"]')].map((link) => [
        /\d+/.exec(link.textContent ?? '')?.[0] ?? '',
        link.hash,
      ]),
    );
    expect(numbers.length).toBeGreaterThan(100);
    for (const [text, hash] of numbers) expect(`#L${text}`).toBe(hash);
    const anchors = await page.evaluate(() =>
      [...document.querySelectorAll('[id^="L"]')].map(({ id }) => id).filter((id) => /^L\d+$/.test(id)),
    );
    await page.goto(`${site}${path}source/`);
    const source = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('.source [id]')].map(({ id }) => id),
      back: [...document.querySelectorAll<HTMLAnchorElement>('.source a')].map((link) => link.hash.slice(1)),
    }));
    const lines = new Set(source.ids);
    expect(numbers.filter(([, hash]) => !lines.has((hash as string).slice(1)))).toEqual([]);
    expect([...source.back].sort()).toEqual([...anchors].sort());
    await page.close();
  });

  test('prints without what is only for the screen, with its own address', async () => {
    const page = await open(path);
    const printed = page.locator('[data-page-address]');
    expect(await printed.isVisible()).toBe(false);
    expect(await printed.textContent()).toBe(`/${path}`);
    await page.emulateMedia({ media: 'print' });
    expect(await printed.isVisible()).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await printed.textContent()).toBe(site + path);
    expect(await page.locator('.site-nav').isVisible()).toBe(false);
    expect(await page.locator('.contents').isVisible()).toBe(false);
    expect(await page.locator('.provenance').isVisible()).toBe(true);
    const sheet = await page.pdf({ format: 'A4' });
    expect(sheet.subarray(0, 4).toString()).toBe('%PDF');
    await page.close();
  });
});

test('lines without amounts are folded, can be shown, and open when a link leads to one', async () => {
  for (const path of disclosures) {
    const page = await open(path);
    const blank = page.locator('tr.blank[id]').first();
    if ((await blank.count()) > 0) {
      expect(await blank.isVisible()).toBe(false);
      const id = await blank.getAttribute('id');
      await page.goto(`${site}${path}#${id}`);
      expect(await blank.isVisible()).toBe(true);
      await page.goto(`${site}${path}#tables`);
      await page.locator('.table.folds:has(tr.blank[id]) .blanks input').first().check();
      expect(await blank.isVisible()).toBe(true);
    }
    await page.close();
  }
});

test.each([true, false])(
  'a half of a line of a two-sided table is opened at itself, also where it has no amount (scripts: %s)',
  async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const path = disclosures[0] as string;
    await page.goto(site + path);
    const hidden = page.locator('#t1 tr.blank[id$="-2"]').first();
    const id = (await hidden.getAttribute('id')) ?? '';
    for (const query of ['', '?hl=支出']) {
      await page.goto(`about:blank`);
      await page.goto(`${site}${path}${query}#${id}`);
      const row = page.locator(`[id="${id}"]`);
      await row.waitFor({ state: 'visible' });
      expect(await row.locator('th').evaluate((cell) => getComputedStyle(cell).backgroundColor)).toBe(
        await row.evaluate((one) => getComputedStyle(one).backgroundColor),
      );
      const seen = await row.boundingBox();
      expect(seen && seen.y > 0 && seen.y < 800).toBe(true);
      expect(await page.locator(`[id="${id.replace('-2', '-1')}"]:target`).count()).toBe(0);
    }
    await context.close();
  },
);

test('a line that two rows share still leads to the one with an amount', async () => {
  const page = await open(disclosures[0] as string);
  const owner = page.locator('#t1 tr:has(> .ln[id])').first();
  const line = await owner.locator('.ln').getAttribute('id');
  await page.goto(`${page.url()}#${line}`);
  const [half, plain] = await page.locator('#t1 tbody tr').evaluateAll((rows, line) => {
    const color = (row?: Element) => row && getComputedStyle(row.children[1] as Element).backgroundColor;
    const shared = rows.filter(({ id }) => id.startsWith(`${line}-`));
    const isOwner = (row: Element) => row.querySelector('.ln[id]') !== null;
    return [color(shared.find(isOwner)), color(rows.find((row) => !row.id.startsWith(`${line}-`)))];
  }, line);
  expect(half).not.toBe(plain);
  await page.close();
});

test('the headings of a table stay in sight while its rows pass, where it need not be scrolled sideways', async () => {
  const page = await open(disclosures[0] as string);
  const headings = page.locator('#t3 thead');
  await page.evaluate(() => {
    const row = document.querySelector('#t3 tbody tr:last-child');
    row?.scrollIntoView({ behavior: 'instant', block: 'center' });
  });
  await expect.poll(async () => (await headings.boundingBox())?.y).toBe(0);
  await page.setViewportSize({ width: 390, height: 800 });
  const wide = page.locator('.table > .scroll:not(.fits)').first();
  await wide.waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await wide.evaluate((place) => getComputedStyle(place).overflowX)).toBe('auto');
  await page.close();
});

test('the contents list follows the reading', async () => {
  const page = await open(disclosures[0] as string);
  await page.locator('#t3').scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelector('#t3')?.scrollIntoView({ behavior: 'instant' }));
  const current = page.locator('.contents a[aria-current]');
  await current.filter({ hasText: '表三' }).waitFor({ state: 'visible', timeout: 5000 });
  expect(await current.getAttribute('href')).toBe('#t3');
  await page.close();
});

test('two disclosures can be compared, and the address says which', async () => {
  const list = JSON.parse(await readFile(`${dist}/compare/list.json`, 'utf8')) as {
    id: string;
    unit: string;
    year: number;
  }[];
  const [a, b] = list as [(typeof list)[0], (typeof list)[0]];
  const page = await open('compare/');
  await page.fill('input[name=a]', `${a.unit} ${a.year}`);
  await page.fill('input[name=b]', b.unit);
  await page.click('#compare-form button');
  await page.locator('#comparison table').first().waitFor();
  expect(page.url()).toContain(`?a=${a.id}&b=${b.id}`);
  expect(await page.locator('#comparison').textContent()).toContain('支出总计');
  expect(await page.locator('#comparison').textContent()).toContain('支出功能：类、款、项');
  const links = await page
    .locator('#comparison td a')
    .evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).href));
  for (const one of [a, b]) {
    const html = await readFile(`${dist}/units/${one.id}/index.html`, 'utf8');
    const own = links.filter((link) => link.includes(`/units/${one.id}/#`)).map((link) => link.split('#')[1]);
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter((anchor) => !html.includes(` id="${anchor}"`))).toEqual([]);
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('#comparison a[download]'),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines.length).toBe(1 + (await page.locator('#comparison tbody tr').count()));
  await page.goto(links[0] as string);
  expect(await page.locator(':target').count()).toBe(1);
  await page.close();
});

test('a comparison takes what fits one body only, however the year is typed, and says what fits several', async () => {
  const list = JSON.parse(await readFile(`${dist}/compare/list.json`, 'utf8')) as {
    unit: string;
    year: number;
  }[];
  const [a, b] = list as [(typeof list)[0], (typeof list)[0]];
  const page = await open('compare/');
  await page.fill('input[name=a]', `${a.unit}${a.year}年`);
  await page.fill('input[name=b]', '局');
  await page.fill('input[name=c]', '中心');
  await page.click('#compare-form button');
  const units = new Set(list.map(({ unit }) => unit));
  const holding = (part: string) => [...units].filter((unit) => unit.includes(part));
  const several = ['局', '中心'].filter((part) => holding(part).length > 1);
  const status = (await page.locator('#compare-status').textContent()) ?? '';
  for (const part of several) expect(status).toContain(`「${part}」有 ${holding(part).length} 个单位`);
  expect(several.length).toBeGreaterThan(0);
  await page.fill('input[name=b]', b.unit.slice(1));
  await page.fill('input[name=c]', '');
  await page.click('#compare-form button');
  await page.locator('#comparison table').first().waitFor();
  await page.close();
});

test('a text without table 十二 is compared by the projects of its forms, each with its amount and its place', async () => {
  const [id] = (JSON.parse(await readFile(`${dist}/compare/list.json`, 'utf8')) as { id: string }[]).map(
    (one) => one.id,
  );
  const forms = await readFile(`${dist}/data/${id}/projects.csv`, 'utf8');
  const earlier = `${id?.slice(0, -4)}1999`;
  const page = await browser.newPage();
  // The same text as one of another year, once without its tables of projects.
  await page.route('**/compare/list.json', async (route) => {
    const list = await (await route.fetch()).json();
    await route.fulfill({ json: [...list, { ...list[0], id: earlier, year: 1999 }] });
  });
  await page.route(`**/data/${earlier}/*`, async (route) => {
    const body = await readFile(`${dist}/data/${id}/${route.request().url().split('/').at(-1)}`, 'utf8');
    const lines = body.split('\r\n').filter((line) => !/^[^,]+,1[23],/.test(line));
    await route.fulfill({ body: route.request().url().endsWith('figures.csv') ? lines.join('\r\n') : body });
  });
  await page.goto(`${site}compare/?a=${id}&b=${earlier}`);
  const projects = page.locator('#comparison section', { hasText: '取自绩效目标表' });
  await projects.waitFor();
  const anchors = await projects
    .locator(`a[href*="${earlier}/#p"]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('#')[1]));
  expect(anchors.length).toBe(forms.trim().split(/\r\n(?=[^,]+,\d+,)/).length - 1);
  expect(await projects.locator('tbody tr', { hasText: '相同' }).count()).toBeGreaterThan(0);
  await page.close();
});

test('on a phone a comparison keeps names in their columns, and the names of rows in sight', async () => {
  const list = JSON.parse(await readFile(`${dist}/compare/list.json`, 'utf8')) as { id: string }[];
  const page = await open(`compare/?a=${list[0]?.id}&b=${list[1]?.id}`, 390);
  await page.locator('#comparison table').first().waitFor();
  const wide = await page
    .locator('#comparison th, #comparison td')
    .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length);
  expect(wide).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const region = page.locator('#comparison .scroll').first();
  await region.evaluate((element) => element.scrollTo({ left: 1000, behavior: 'instant' }));
  const name = await region.locator('tbody th').first().boundingBox();
  expect(name && name.x >= 0 && name.x < 60).toBe(true);
  await page.close();
});

test('a printed comparison leaves its form out', async () => {
  const page = await open('compare/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#compare-form label').first().isVisible()).toBe(false);
  await page.close();
});

test('a comparison of something that is not there says so', async () => {
  const page = await open('compare/?a=nobody/2031&b=nothing/2031');
  expect(await page.locator('#compare-status').textContent()).toContain('nobody/2031');
  await page.close();
});

test.each([1280, 390])('names of data files and their digests stay in one piece at %d', async (width) => {
  const page = await open('data/', width);
  const broken = await page
    .locator('table')
    .first()
    .locator('th a, code')
    .evaluateAll((cells) =>
      cells.filter((cell) => cell.getClientRects().length > 1).map((cell) => cell.textContent),
    );
  expect(broken).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await page.close();
});

test('a year in the list of units stays in one piece on a phone', async () => {
  const page = await open('/units/', 390);
  const links = page.locator('.list .years a');
  expect(await links.count()).toBeGreaterThan(0);
  for (const link of await links.all()) {
    const lines = await link.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getClientRects().length;
    });
    expect(lines).toBe(1);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.close();
});

test('a file of the site is never named twice with different case', async () => {
  const names = (await readdir(dist, { recursive: true })).map((name) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});
