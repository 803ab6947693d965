import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cac } from 'cac';
import { askPage, type PageAnswer } from '../bench/search/ask-page.ts';
import { drawQueries } from '../bench/search/draw-queries.ts';
import { findFirefox, launchFirefox } from '../bench/search/firefox.ts';
import { type FirstHit, judgeFirstHits } from '../bench/search/first-hits.ts';
import { firstQuery } from '../bench/search/first-query.ts';
import { measureAnswers } from '../bench/search/measure-answers.ts';
import { publishedTexts } from '../bench/search/published-texts.ts';
import { loadArchive } from '../src/record/load-archive.ts';
import { indexStep } from '../src/search/index/index-step.ts';
import { pagesOfArchive } from '../src/search/index/pages-of-archive.ts';
import { serveSite } from '../src/server/serve-site.ts';
import { readSettings } from '../src/settings.ts';
import { launchChromium, unpackChromium } from '../tests/browser.ts';

const { options } = cac('search-eval')
  .option('--count <n>', 'random substrings', { default: 1000 })
  .option('--seed <n>', 'seed of the draw', { default: 20311 })
  .help()
  .parse();
const settings = readSettings(process.env, process.cwd());

if (!existsSync(join(settings.dist, 'search/index.html')))
  execFileSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
const begun = performance.now();
const { made } = await indexStep.run(settings, {
  there: new Map(),
  made: new Map(),
  ended: () => Promise.resolve(),
  archive: () => loadArchive(settings),
});
console.log(`index: ${made}, ${((performance.now() - begun) / 1000).toFixed(1)} s`);

const archive = loadArchive(settings);
const rows = pagesOfArchive(archive);
const published = publishedTexts(archive);
const queries = drawQueries(published, Number(options.count), Number(options.seed));
const expected: FirstHit[] = JSON.parse(readFileSync('tests/search-queries.json', 'utf8'));
const typed = expected.map(({ query }) => query);
const server = await serveSite(settings.dist, settings.base, 0);
const page = `${server.url}search/`;
const wrong: string[] = [];
try {
  await inChromium();
  await inFirefox();
} finally {
  await server.close();
}
process.exit(wrong.length > 0 ? 1 : 0);

async function inChromium(): Promise<void> {
  const browser = await launchChromium(await unpackChromium(resolve('.cache')));
  const { paths: _, ...first } = await firstQuery(browser, `${page}?q=${encodeURIComponent('社会保险')}`);
  console.log('first query:', first);
  const tab = await browser.newPage();
  await tab.goto(page);
  const ask = (list: string[]) => tab.evaluate<PageAnswer[]>(`(${askPage})(${JSON.stringify(list)}, true)`);
  report('Chromium', await ask(queries), await ask(typed));
  await browser.close();
}

async function inFirefox(): Promise<void> {
  const path = findFirefox();
  if (!path) return console.log('Firefox: none on this machine, not measured (set FIREFOX to its path)');
  const firefox = await launchFirefox(path);
  await firefox.open(page);
  const ask = (list: string[]) => firefox.run(askPage, list, true);
  report('Firefox', await ask(queries), await ask(typed));
  await firefox.close();
}

function report(browser: string, drawn: PageAnswer[], fixed: PageAnswer[]): void {
  const { faults, ...measures } = measureAnswers(drawn, rows, published);
  const misses = judgeFirstHits(expected, fixed);
  console.log(browser, {
    ...measures,
    firstHits: `${expected.length - misses.length} of ${expected.length}`,
  });
  for (const { query, missing, extra } of faults.slice(0, 10))
    console.log(`  ${query}: missing ${missing.slice(0, 3)}, extra ${extra.slice(0, 3)}`);
  for (const miss of misses) console.log(`  ${miss}`);
  wrong.push(...faults.map(({ query }) => query), ...misses);
}
