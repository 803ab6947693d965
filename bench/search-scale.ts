import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveSite } from '../src/server/serve-site.ts';
import { launchChromium, unpackChromium } from '../tests/browser.ts';
import { askPage, type PageAnswer } from './search/ask-page.ts';
import { firstQuery, type Line } from './search/first-query.ts';
import { makeIndex, pagesOf, round } from './search/make-index.ts';
import { quantile } from './search/measure-answers.ts';
import { serveSecure } from './search/serve-secure.ts';

/**
 * Prints what search costs at several sizes of the archive: `node bench/search-scale.ts 100 1000 3000`.
 *
 * Disclosures are synthetic; after the first 200 they are those again as other bodies, so that making them does not take
 * the time. `ARCHIVE=<content>` takes the disclosures of an archive instead, in which none repeats until all were taken;
 * `CACHE=<folder>` keeps what was read of them. `PAGEFIND=1` indexes with Pagefind too. `KEEP=<folder>` keeps the indexes,
 * and uses those that are there. Needs a built site in `dist` for its search page, and `openssl`.
 */
const sizes = process.argv.slice(2).map(Number);
/** What a reader may have. */
const line: Line = { latency: 40, megabits: 10 };
const first = ['社会保障', '2080505', '养老保险缴呐', '培训 经费', '社&sort=amount', '社会保障&sort=amount'];
const warm = [
  '的',
  '社',
  '社会',
  '社会保障',
  '社会保障和就业支出',
  '三公经费',
  '公务接待费',
  '2080505',
  '20805',
  '公积金',
  '培训 经费',
  '>=1亿',
  '4762.92',
  '养老保险',
];

const pageOf = pagesOf(process.env.ARCHIVE, resolve(process.env.CACHE ?? '.cache'));
const chromium = await unpackChromium(resolve('.cache'));
for (const size of sizes) await measure(size);

async function measure(size: number): Promise<void> {
  const { KEEP: keep, PAGEFIND: pagefind } = process.env;
  const dist = keep ? resolve(keep, String(size)) : await mkdtemp(join(tmpdir(), 'mingzhang-search-'));
  if (!existsSync(join(dist, 'search/manifest.json')))
    console.log(await makeIndex(pageOf, size, dist, Boolean(pagefind)));
  const browser = await launchChromium(chromium);
  try {
    console.log(
      `${size}: first query of a fresh browser, HTTP/2, ${line.latency} ms, ${line.megabits} Mbit/s`,
    );
    console.table(await measureFirst(browser, dist, Boolean(pagefind)));
    console.log(await measureWarm(browser, dist));
  } finally {
    await browser.close();
    if (!keep) await rm(dist, { recursive: true, force: true });
  }
}

async function measureFirst(browser: Browser, dist: string, pagefind: boolean) {
  const server = await serveSecure(dist);
  const rows = [];
  for (const query of pagefind ? first : first.filter((one) => one !== '养老保险缴呐')) {
    const [typed = '', more = ''] = query.split('&');
    const url = `${server.url}search/?q=${encodeURIComponent(typed)}${more && `&${more}`}`;
    server.sent.length = 0;
    const { requests, rounds, firstHit, answered, settled, longestTask } = await firstQuery(
      browser,
      url,
      line,
    );
    const kB = (pattern: RegExp) =>
      Math.round(sum(server.sent.filter(({ path }) => pattern.test(path)).map(({ bytes }) => bytes)) / 1000);
    rows.push({
      query,
      requests,
      kB: kB(/./),
      'index kB': kB(/^\/search\/.*\.bin$/),
      'Pagefind kB': kB(/^\/pagefind\//),
      rounds,
      firstHit,
      answered,
      settled,
      longestTask,
    });
  }
  await server.close();
  return rows;
}

async function measureWarm(browser: Browser, dist: string) {
  const server = await serveSite(dist, '/', 0);
  const tab = await browser.newPage();
  await tab.goto(`${server.url}search/`);
  await ask(tab, warm);
  await tab.evaluate(`
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, Math.round(duration));
    }).observe({ type: 'longtask' });
  `);
  const answers: (PageAnswer & { longest: number })[] = [];
  for (const query of warm) {
    // Something else in between, so that nothing of the answer stands there.
    await ask(tab, ['住房']);
    await tab.evaluate('longest = 0');
    const [answer] = await ask(tab, [query]);
    await tab.waitForTimeout(100);
    answers.push({ ...(answer as PageAnswer), longest: await tab.evaluate<number>('longest') });
  }
  await server.close();
  const times = answers.map(({ shown }) => shown);
  return {
    warmMedianMs: round(quantile(times, 0.5)),
    longestTaskMs: Math.max(...answers.map(({ longest }) => longest)),
    warmSlowest: answers
      .toSorted((a, b) => b.shown - a.shown)
      .slice(0, 5)
      .map(({ query, total, search, shown }) => `${query} (${total}): ${round(search)}/${round(shown)} ms`)
      .join(', '),
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function ask(tab: Page, list: string[]): Promise<PageAnswer[]> {
  return tab.evaluate<PageAnswer[]>(`(${askPage})(${JSON.stringify(list)}, false)`);
}
