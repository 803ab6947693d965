import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { askPage, type PageAnswer } from '../bench/search/ask-page.ts';
import { findFirefox, launchFirefox } from '../bench/search/firefox.ts';
import { launchChromium } from './browser.ts';

/** Terms of the sample archive: names, codes, amounts, sentences, several at once, and what is not there. */
const queries = [
  '三公经费',
  '公务接待费',
  '养老',
  '社会保险中心',
  '住房公积金',
  '人力资源',
  '乡村振兴',
  '项目支出',
  '基本工资',
  '培训费',
  'A180701',
  'a1807',
  'A15',
  '2080505',
  '20805',
  '208',
  '051',
  '144',
  '180',
  'B0105',
  '4762.92',
  '4,762.92',
  '4762.92万元',
  '47629200',
  '47,629,200元',
  '10.35',
  '118.72',
  '0.30',
  '>=1亿',
  '1000..2000万元',
  '晋财综2023 43号',
  '【2023】43号',
  '晋财综〔2021〕63号',
  '“三公”',
  '满意度',
  '≥98%',
  '100%',
  '政务热线',
  '法律宣传',
  '监测',
  '养老 补助',
  '信息 维护',
  '社会保障 就业',
  '公共安全',
  '志愿服务',
  '卫生健康',
  '经',
  '费',
  '預算',
  '不存在的词语',
];

let browser: Browser;
let folder: string;
let requests: string[];

beforeAll(async () => {
  const zips = join(inject('dist'), 'offline');
  const zip = (await readdir(zips)).find((name) => name.endsWith('.zip')) as string;
  const parent = join(await mkdtemp(join(tmpdir(), 'offline-')), '档案 离线版#1 100%');
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(join(zips, zip))))) {
    await mkdir(dirname(join(parent, name)), { recursive: true });
    await writeFile(join(parent, name), bytes);
  }
  folder = join(parent, zip.replace(/\.zip$/, ''));
  browser = await launchChromium(inject('chromium'));
});

afterAll(async () => {
  await browser?.close();
  await rm(join(folder, '../..'), { recursive: true, force: true });
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage();
  requests = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(path.startsWith('http') ? path : pathToFileURL(join(folder, path)).href);
  return page;
}

/** What the search page shows for a query: the total and the places of the first hits. */
async function answer(
  page: Page,
  address: string,
  query: string,
): Promise<{ total: string | null; hits: string[] }> {
  await page.goto(`${address}?q=${encodeURIComponent(query)}`);
  await page.waitForSelector(`[data-search="page"][data-settled=${JSON.stringify(query)}]`, {
    state: 'attached',
  });
  const total = await page.locator('[data-hit-count]').first().getAttribute('data-hit-count');
  const links = await page
    .locator('[data-hit]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-hit') ?? ''));
  return {
    total,
    hits: links.map((link) =>
      link.replace(/^.*?((?:units|catalogue|glossary)\/)/, '$1').replace('index.html', ''),
    ),
  };
}

test('the search answers from the folder as it does online, without the network', async () => {
  const online = await browser.newPage();
  const offline = await open('index.html');
  const address = pathToFileURL(join(folder, 'search/index.html')).href;
  for (const query of queries) {
    const expected = await answer(online, `${inject('site')}search/`, query);
    expect({ query, ...(await answer(offline, address, query)) }).toEqual({ query, ...expected });
  }
  expect(requests.filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([]);
}, 300_000);

const firefox = findFirefox();
test(
  firefox
    ? 'Firefox gives the same answers from the folder'
    : 'Firefox is not on this machine: Chromium only',
  async () => {
    if (!firefox) return expect(process.env.FIREFOX).toBeUndefined();
    const tab = await launchFirefox(firefox);
    try {
      await tab.open(pathToFileURL(join(folder, 'search/index.html')).href);
      const inFirefox = await tab.run(askPage, queries, false);
      const page = await open('search/index.html');
      const inChromium = await page.evaluate<PageAnswer[]>(`(${askPage})(${JSON.stringify(queries)}, false)`);
      const totals = (answers: PageAnswer[]) => answers.map(({ total }) => total);
      expect(totals(inFirefox)).toEqual(totals(inChromium));
      expect(Math.max(...totals(inFirefox))).toBeGreaterThan(10);
    } finally {
      await tab.close();
    }
  },
);

test('a hit opens at its row and marks it', async () => {
  const page = await open('search/index.html');
  await answer(page, page.url(), '4762.92');
  await page.locator('[data-hit] a, a[data-hit]').first().click();
  await page.waitForURL(/units\/.*index\.html.*#/);
  expect(await page.locator(':target').count()).toBe(1);
  expect(await page.locator(':target').textContent()).toContain('4762.92');
});

test('pages, charts, downloads and comparison work from the folder', async () => {
  const page = await open('index.html');
  await page.locator('main a[href*="units/"][href*="/20"]').first().click();
  await page.waitForURL(/units\/[^/]+\/\d{4}\/index\.html/);
  expect(await page.locator('figure svg').count()).toBeGreaterThan(3);
  const download = await page.locator('a[download][href$=".csv"]').first().getAttribute('href');
  const csv = await readFile(new URL(download as string, page.url()), 'utf8');
  expect(csv.split('\r\n').length).toBeGreaterThan(2);
  const units = (await readdir(join(folder, 'units'), { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const ids: string[] = [];
  for (const { name } of units)
    for (const year of await readdir(join(folder, 'units', name)))
      if (/^\d{4}$/.test(year)) ids.push(`${name}/${year}`);
  await page.goto(`${pathToFileURL(join(folder, 'compare/index.html')).href}?a=${ids[0]}&b=${ids[1]}`);
  await page.waitForSelector('main table tbody tr');
  expect(await page.locator('main table').first().textContent()).toMatch(/\d+\.\d{2}/);
  // What a comparison asks for where a text has no table of projects.
  for (const name of ['projects', 'project_funds']) {
    const loaded = await page.evaluate(async (path) => {
      const bytes = await globalThis.mingzhangFiles?.load(path);
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    }, `data/${ids[0]}/${name}.csv`);
    expect(loaded).toBe(await readFile(join(folder, `data/${ids[0]}/${name}.csv`), 'utf8'));
  }
  expect(requests.filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([]);
});

/** On a busy machine the browser takes its time. */
const busy = { timeout: 20_000 };

test('lists are found in and ordered, and tables too, from the folder', async () => {
  const page = await open('units/index.html');
  const slug = (await readdir(join(folder, 'units'))).find((name) => name.includes('-')) ?? '';
  await page.fill('[data-finder] input[name=q]', slug.split('-')[0] ?? '');
  await page.waitForURL(/\?q=/);
  const first = page.locator('table[data-finder-table] tbody tr th a').first();
  await expect.poll(() => first.getAttribute('href'), busy).toMatch(/units\/[^/]+\/index\.html$/);
  await first.click();
  await page.waitForURL(/units\/[^/]+\/index\.html$/);
  expect(await page.locator('h1').count()).toBe(1);
  await page.goto(pathToFileURL(join(folder, 'years/2024/index.html')).href);
  await page.click('th[data-order=project] button');
  await page.waitForURL(/\?sort=project$/);
  const figure = page.locator('table[data-finder-table] tbody td a[href*="#L"]').first();
  await expect.poll(() => figure.getAttribute('href'), busy).toMatch(/\d{4}\/index\.html#L/);
  await figure.click();
  await page.waitForURL(/\d{4}\/index\.html#L/);
  expect(await page.locator(':target').count()).toBe(1);
  await page.click('#t3 .tool');
  await page.locator('#t3 .tools').waitFor();
  expect(requests.filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([]);
});

test('a copy can be checked: whole, changed, incomplete', async () => {
  const verify = () => execFileSync(process.execPath, [join(folder, 'verify.mjs')], { encoding: 'utf8' });
  expect(verify()).toContain('核对无误');
  const page = join(folder, 'index.html');
  const whole = await readFile(page);
  await writeFile(page, `${whole} `);
  expect(verify).toThrow();
  await rename(page, `${page}.moved`);
  expect(verify).toThrow();
  await rm(`${page}.moved`);
  await writeFile(page, whole);
  expect(verify()).toContain('核对无误');
  const checker = await open('verify.html');
  await checker.setInputFiles('#folder', folder);
  const result = () => checker.locator('#result').textContent();
  await expect.poll(result, { timeout: 90_000 }).toMatch(/核对无误|不一致/);
  expect(await checker.locator('#faults li').allTextContents()).toEqual([]);
  expect(await result()).toContain('核对无误');
});

test('inside an archive that is not unpacked the start page says so', async () => {
  const alone = await mkdtemp(join(tmpdir(), 'zip-view-'));
  await writeFile(join(alone, 'index.html'), await readFile(join(folder, 'index.html')));
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(alone, 'index.html')).href);
  expect(await page.getByText('请先解压').isVisible()).toBe(true);
  const unpacked = await open('index.html');
  expect(await unpacked.getByText('请先解压').isVisible()).toBe(false);
});
