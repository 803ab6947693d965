import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { askPage, type PageAnswer } from '../bench/search/ask-page.ts';
import { drawQueries } from '../bench/search/draw-queries.ts';
import { findFirefox, launchFirefox } from '../bench/search/firefox.ts';
import { type FirstHit, judgeFirstHits } from '../bench/search/first-hits.ts';
import { firstQuery } from '../bench/search/first-query.ts';
import { type Measures, measureAnswers } from '../bench/search/measure-answers.ts';
import { publishedTexts } from '../bench/search/published-texts.ts';
import { loadArchive } from '../src/record/load-archive.ts';
import { pagesOfArchive } from '../src/search/index/pages-of-archive.ts';
import { pagefindWords } from '../src/search/pagefind/pagefind-words.ts';
import { readSettings } from '../src/settings.ts';
import { launchChromium } from './browser.ts';

const site = inject('site');
const expected: FirstHit[] = JSON.parse(readFileSync('tests/search-queries.json', 'utf8'));
const archive = loadArchive(readSettings({ CACHE: '.cache' }, process.cwd()));
const published = publishedTexts(archive);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium(inject('chromium'));
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
});

const ask = async (queries: string[]) => {
  await page.goto(`${site}search/`);
  return page.evaluate<PageAnswer[]>(`(${askPage})(${JSON.stringify(queries)}, true)`);
};

async function search(query: string, more = ''): Promise<string[]> {
  await page.goto(`${site}search/?q=${encodeURIComponent(query)}${more}`);
  await page.waitForSelector('[data-settled]');
  return page.$$eval('[data-hit]', (hits) => hits.map((hit) => hit.getAttribute('data-hit') ?? ''));
}

const total = async () => Number(await page.textContent('[data-hit-count]'));

/** Asks Pagefind itself, inside the page: as source text, because the runner would rewrite its import. */
const askPagefind = `async (words, base) => {
  const { pagefind } = await (await fetch(base + 'search/manifest.json')).json();
  const [first, ...others] = pagefind.map((shard) => base + shard + '/');
  const { createInstance } = await import(first + 'pagefind.js');
  const instance = createInstance({ basePath: first, baseUrl: '/' });
  for (const shard of others) await instance.mergeIndex(shard, { baseUrl: '/' });
  const pages = [];
  for (const phrase of words) {
    const { results } = await instance.search('"' + phrase + '"');
    const data = await Promise.all(results.map((result) => result.data()));
    pages.push(data.map(({ url }) => url.replace(/^\\/+/, '')).sort());
  }
  return pages;
}`;

describe('any substring', () => {
  const queries = drawQueries(published, 200, 20311);
  const measure = async (answers: PageAnswer[]): Promise<Partial<Measures>> => {
    const rows = pagesOfArchive(archive);
    const { recall, precision, pageRecall, pagePrecision, wrongTotals, faults } = measureAnswers(
      answers,
      rows,
      published,
    );
    return { recall, precision, pageRecall, pagePrecision, wrongTotals, faults };
  };
  const exact = { recall: 1, precision: 1, pageRecall: 1, pagePrecision: 1, wrongTotals: 0, faults: [] };

  test('is found exactly where a plain scan finds it, in Chromium', async () => {
    expect(queries).toHaveLength(200);
    expect(await measure(await ask(queries))).toEqual(exact);
  });

  const firefox = findFirefox();
  test(
    firefox ? 'and in Firefox alike' : 'Firefox is not on this machine: compared in Chromium only',
    async () => {
      if (!firefox) return expect(process.env.FIREFOX).toBeUndefined();
      const tab = await launchFirefox(firefox);
      try {
        await tab.open(`${site}search/`);
        expect(await measure(await tab.run(askPage, queries.slice(0, 100), true))).toEqual(exact);
      } finally {
        await tab.close();
      }
    },
  );

  test('is found by the unmodified pagefind.js on the same pages', async () => {
    const phrases = queries.slice(0, 60);
    await page.goto(`${site}search/`);
    const answers = await page.evaluate<PageAnswer[]>(`(${askPage})(${JSON.stringify(phrases)}, true)`);
    const found = await page.evaluate<string[][]>(
      `(${askPagefind})(${JSON.stringify(phrases.map(pagefindWords))}, ${JSON.stringify(site)})`,
    );
    const ours = answers.map(({ links }) =>
      [...new Set(links.map((link) => link.replace(/#.*/, '')))].sort(),
    );
    expect(Object.fromEntries(phrases.map((phrase, index) => [phrase, found[index]]))).toEqual(
      Object.fromEntries(phrases.map((phrase, index) => [phrase, ours[index]])),
    );
  });
});

test('what a reader types has what they mean as its first hit', async () => {
  expect(judgeFirstHits(expected, await ask(expected.map(({ query }) => query)))).toEqual([]);
});

test('one amount in all its writings reaches the same rows', async () => {
  const answers = await ask(['4762.92', '4,762.92', '4762.92万元', '47629200', '47,629,200元', '62.92']);
  const [first, ...others] = answers.map(({ links }) => links.toSorted());
  expect(first?.length).toBeGreaterThanOrEqual(3);
  expect(others.slice(0, 4)).toEqual([first, first, first, first]);
  expect(others[4]).toEqual([]);
});

test('a hit opens at its row with the term marked, until Esc', async () => {
  const [link = ''] = await search('城乡居民基本养老保险补助资金');
  await page.click('[data-hit] a');
  await page.waitForSelector('mark[data-found]', { state: 'attached' });
  expect(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash).toBe(link);
  expect(await page.textContent('mark[data-found]')).toContain('城乡居民基本养老保险补助资金');
  const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
  expect(await page.locator(`[id="${anchor}"]`).first().isVisible()).toBe(true);
  const seen = await page.locator(`[id="${anchor}"]`).first().boundingBox();
  expect(seen && seen.y > -20 && seen.y < 800).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('mark[data-found]').count()).toBe(0);
  expect(page.url()).not.toContain('hl=');
});

test('every row that can be found has its place on its page', async () => {
  const pages = pagesOfArchive(archive);
  const lost = pages.flatMap(({ facts, rows }) => {
    const html = readFileSync(join(inject('dist'), facts.path, 'index.html'), 'utf8');
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    return rows
      .filter(({ anchor }) => anchor && !ids.has(anchor))
      .map(({ anchor }) => `${facts.path}#${anchor}`);
  });
  expect(lost).toEqual([]);
});

test('facets narrow, and the address says the whole state', async () => {
  await search('社会保险');
  const all = await total();
  const box = page.locator('[data-facet="kind"] label', { hasText: '目录条目' });
  const count = Number(await box.locator('.facet-count').textContent());
  await box.click();
  await page.waitForFunction(
    (before) => Number(document.querySelector('[data-hit-count]')?.textContent) !== before,
    all,
  );
  expect(await total()).toBe(count);
  await page.selectOption('[data-search="order"]', 'year');
  await expect
    .poll(() => decodeURIComponent(page.url()), { timeout: 20_000 })
    .toMatch(/\?q=社会保险&kind=目录条目&sort=year$/);
  const address = page.url();
  const kinds = await page.$$eval(
    '.hit-kind',
    (all) => new Set(all.map(({ textContent }) => textContent)).size,
  );
  expect(kinds).toBe(1);
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForSelector('[data-settled]');
  expect(await total()).toBe(count);
});

test('amounts are ranged and sorted', async () => {
  await search('1000..2000万元', '&sort=amount&kind=表格行');
  const yuan = await page.$$eval('[data-hit]', (hits) =>
    hits.map((hit) =>
      Math.max(
        ...[...hit.querySelectorAll('mark')].map((mark) => Number(mark.textContent?.replaceAll(',', ''))),
      ),
    ),
  );
  expect(yuan.length).toBeGreaterThan(3);
  expect(yuan.every((value) => value >= 1000 && value <= 2000)).toBe(true);
  expect(yuan).toEqual(yuan.toSorted((a, b) => b - a));
});

test('when nothing is exact it says so, and offers what is near apart', async () => {
  expect(await search('养老保险缴呐')).toEqual([]);
  expect(await total()).toBe(0);
  expect(await page.textContent('.search-status')).toContain('没有');
  expect(await page.locator('[data-near-hit]').count()).toBeGreaterThan(0);
  expect(await search('住房公积金 沥青')).toEqual([]);
  expect(await page.textContent('.near')).toContain('不含“沥青”');
});

test('a word that anybody looks for gives figures first, and definitions that bodies share once', async () => {
  await search('三公经费');
  const hits = await page.$$eval('[data-hit]', (all) => all.map(({ textContent }) => textContent ?? ''));
  const first = hits.findIndex((hit) => !/\d\s*万元/.test(hit));
  expect(first).toBeGreaterThan(archive.disclosures.length);
  expect(hits.slice(first).join()).not.toMatch(/\d\s*万元/);
  const definitions = hits.filter((hit) => hit.includes('名词解释'));
  expect(new Set(definitions).size).toBe(definitions.length);
  await page.click('.hit-same a');
  await expect.poll(total, { timeout: 20_000 }).toBe(archive.disclosures.length);
  await expect.poll(() => page.locator('[data-hit]').count()).toBe(archive.disclosures.length);
});

test('a code is read as an amount only where it was found as one', async () => {
  await search('2080502');
  expect(await page.textContent('.search-reading')).toBe('');
  await search('4762.92');
  expect(await page.textContent('.search-reading')).toBe('（金额按 4762.92万元 查找）');
  await search('051');
  expect(await page.textContent('.hit-code')).toBe('主管部门代码 051');
});

test('pinyin that stands nowhere leads to its words, a code that does not to those above it', async () => {
  expect(await search('gongwujiedaifei')).toEqual([]);
  await page.getByRole('link', { name: '公务接待费', exact: true }).click();
  await page.waitForSelector('[data-hit]');
  expect(new URL(page.url()).searchParams.get('q')).toBe('公务接待费');
  expect(await search('2080599')).toEqual([]);
  expect(await page.textContent('.near h2')).toContain('“20805”共');
  for (const typed of ['1,234', 'A02010105']) {
    expect(await search(typed)).toEqual([]);
    expect(await page.textContent('.near')).not.toContain('字都出现');
    expect(await page.locator('.near ol:empty').count()).toBe(0);
  }
});

test('the examples on the front page find something', async () => {
  await page.goto(site);
  const examples = await page.$$eval('.example', (links) =>
    links.map(({ textContent }) => textContent ?? ''),
  );
  expect(examples.length).toBeGreaterThan(2);
  for (const example of examples) expect((await search(example)).length).toBeGreaterThan(0);
});

test('the keyboard goes all the way: / types, ↓ Enter takes a suggestion by pinyin, ↓ Enter opens a hit', async () => {
  await page.goto(site);
  await page.keyboard.press('/');
  await page.keyboard.type('shebao');
  await page.waitForSelector('[role="option"]');
  expect(await page.textContent('[role="option"]')).toContain('社保');
  await page.keyboard.press('ArrowDown');
  expect(await page.getAttribute('input:focus', 'aria-activedescendant')).toBeTruthy();
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-settled]');
  expect(new URL(page.url()).searchParams.get('q')).toBe('社保');
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(
    await page.evaluate(
      () => document.activeElement?.closest('[data-hit]') === document.querySelector('[data-hit]'),
    ),
  ).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-search'))).toBe('input');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('mark[data-found]', { state: 'attached' });
});

test('results come from the first character on', async () => {
  const answers = await ask(['社', '社会', '社会保', '社会保险']);
  expect(answers.map(({ total }) => total > 0)).toEqual([true, true, true, true]);
});

test('costs little: a small script before search is touched, few bytes for the first query', async () => {
  const context = await browser.newContext();
  const home = await context.newPage();
  const scripts: string[] = [];
  home.on('request', (request) => {
    if (request.resourceType() === 'script' && /Search/.test(request.url())) scripts.push(request.url());
    expect(request.url()).not.toMatch(/search\/|pagefind\//);
  });
  await home.goto(site, { waitUntil: 'networkidle' });
  const sizes = await Promise.all(scripts.map(async (url) => (await (await fetch(url)).text()).length));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6000);
  await context.close();
  const first = await firstQuery(browser, `${site}search/?q=${encodeURIComponent('社会保险')}`);
  expect(first.bytes).toBeLessThan(400_000);
  // Asked for by the page itself, and used by its script.
  expect(first.paths.filter((path) => path.endsWith('/search/heads.bin'))).toHaveLength(1);
});

test('without JavaScript the page says so and offers the ways in', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${site}search/?q=x`);
  expect(await plain.textContent('.search-noscript')).toContain('JavaScript');
  expect(await plain.locator('.search-noscript a').count()).toBeGreaterThanOrEqual(3);
  await context.close();
});

test('fits a phone', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const phone = await context.newPage();
  await phone.goto(`${site}search/?q=${encodeURIComponent('社会保险')}`);
  await phone.waitForSelector('[data-settled]');
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await context.close();
});

test('can be added to a browser as a search engine', async () => {
  await page.goto(site);
  const href = await page.getAttribute('link[rel="search"]', 'href');
  const description = await (await fetch(new URL(href ?? '', site))).text();
  expect(description).toContain('template=');
  expect(description).toContain('search/?q={searchTerms}');
});
