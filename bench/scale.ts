import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, lstatSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { listFiles } from '../src/publish/list-files.ts';
import { makeDisclosure } from './generate/archive.ts';
import { type PeakMemory, watchMemory } from './watch-memory.ts';

/**
 * What an archive of N disclosures costs: `node bench/scale.ts FOLDER 100 500 1000 2000`.
 *
 * Prints a line an N: ingest, full build from nothing, with what was parsed kept and with the whole cache kept, index, peak
 * memory, one more publication (median of three); then Hugo and Pagefind on the same Markdown, where Hugo is on PATH. Memory
 * is sampled (watch-memory.ts).
 * With OFFLINE=1 also what the offline edition adds: the first time, and for one more publication.
 */
const [folder, ...counts] = process.argv.slice(2);
if (!folder || counts.length === 0) {
  console.error('usage: node bench/scale.ts FOLDER N…');
  process.exit(2);
}

interface Run {
  seconds: number;
  memory: PeakMemory;
  output: string;
}

/** Runs a script in a process of its own. */
async function run(
  home: string,
  script: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CONTENT: join(home, 'content'),
      DIST: join(home, 'dist'),
      CACHE: join(home, 'cache'),
      ...env,
    },
  });
  const memory = watchMemory(child.pid as number);
  const [output, errors, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, 'close'),
  ]);
  if (code !== 0) throw new Error(`${script} failed:\n${output}\n${errors}`);
  return { seconds: (performance.now() - start) / 1000, memory: memory.stop(), output };
}

/** What the cache holds besides the records that were parsed and the program that was compiled. */
const madeOfParsed = ['astro', 'data', 'framed-pages.json', 'made', 'notes.jsonl', 'offline', 'search'];

/** What the largest process held, and all of them together. */
function megabytes(runs: readonly Run[]): string {
  const most = (which: keyof PeakMemory) => round(Math.max(...runs.map(({ memory }) => memory[which])));
  return `${most('largest')} MB in the largest process, ${most('together')} MB together`;
}

const round = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

for (const count of counts.map(Number)) {
  const home = resolve(folder, `n${count}`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(join(home, 'raw'), { recursive: true });
  for (let index = 0; index < count; index++) {
    const { file, text } = makeDisclosure(index);
    writeFileSync(join(home, 'raw', file), text);
  }
  const ingest = await run(home, 'scripts/ingest.ts', [join(home, 'raw')]);
  const whole = await run(home, 'scripts/publish.ts', ['--no-offline']);
  const step = (name: string, output: string) =>
    new RegExp(`^${name}：.*（([\\d.]+) 秒）$`, 'm').exec(output)?.[1] ?? '?';
  const search = (await listFiles(join(home, 'dist/'))).filter((path) => /^(?:search|pagefind)\//.test(path));
  const indexMegabytes = search.reduce((sum, path) => sum + statSync(join(home, 'dist', path)).size, 0) / 1e6;
  // What is taken away is moved, not deleted: file systems are slow to give out again what was just freed.
  const take = (...paths: string[]) => {
    const away = join(home, `before-${performance.now()}`);
    mkdirSync(join(away, 'cache'), { recursive: true });
    for (const path of paths)
      if (lstatSync(join(home, path), { throwIfNoEntry: false }))
        renameSync(join(home, path), join(away, path));
  };
  take('dist', 'dist.releases', ...madeOfParsed.map((name) => `cache/${name}`));
  const parsed = await run(home, 'scripts/publish.ts', ['--no-offline']);
  take('dist', 'dist.releases');
  const lost = await run(home, 'scripts/publish.ts', ['--no-offline']);
  const publish = (index: number, ...options: string[]) => {
    const { file, text } = makeDisclosure(index);
    writeFileSync(join(home, file), text);
    return run(home, 'scripts/publish.ts', [...options, join(home, file)]);
  };
  // The first two bring both copies of the site up; what every later one costs is the median of three.
  const more: Run[] = [];
  for (const further of [0, 1, 2, 3, 4]) {
    const one = await publish(count + further, '--no-offline');
    if (further >= 2) more.push(one);
  }
  const [, one] = more.toSorted((a, b) => a.seconds - b.seconds) as [Run, Run, Run];
  console.log(
    [
      `N=${count}`,
      `ingest ${round(count / ingest.seconds)} files/s`,
      `from nothing ${round(whole.seconds)} s (${round((whole.seconds * 1000) / count)} ms a disclosure)`,
      `parsed kept ${round(parsed.seconds)} s`,
      `cache kept ${round(lost.seconds)} s`,
      `index ${step('检索', whole.output)} s, ${round(indexMegabytes)} MB`,
      `memory ${megabytes([whole, parsed, lost, ...more])}`,
      `one more ${round(one.seconds)} s (${more.map(({ seconds }) => round(seconds)).join(', ')})`,
    ].join(' · '),
  );
  if (process.env.OFFLINE) {
    const first = await run(home, 'scripts/publish.ts');
    const next = await publish(count + 5);
    console.log(
      `  with its offline edition: first ${round(first.seconds)} s, one more ${round(next.seconds)} s (packing ${step('离线版', next.output.split('接着更新离线版').at(-1) ?? '')} s), memory ${megabytes([first, next])}`,
    );
  }
  if (spawnSync('hugo', ['version']).status === 0) console.log(`  ${hugo(home)}`);
}

/** Hugo with one plain layout, and Pagefind over its pages: both from nothing, as each publication needs. */
function hugo(home: string): string {
  const site = join(home, 'hugo');
  rmSync(site, { recursive: true, force: true });
  mkdirSync(join(site, 'layouts/_default'), { recursive: true });
  writeFileSync(
    join(site, 'hugo.toml'),
    'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
  );
  const layout =
    '<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body data-pagefind-body>{{ .Content }}</body></html>';
  for (const name of ['single', 'list']) writeFileSync(join(site, `layouts/_default/${name}.html`), layout);
  cpSync(join(home, 'content/disclosures'), join(site, 'content'), { recursive: true });
  const time = (command: string, args: string[]) => {
    const start = performance.now();
    execFileSync(command, args, { cwd: site, stdio: 'ignore' });
    return (performance.now() - start) / 1000;
  };
  const render = time('hugo', ['--quiet']);
  const pagefind = time(process.execPath, [
    resolve('node_modules/pagefind/lib/runner/bin.cjs'),
    '--site',
    'public',
  ]);
  return `Hugo ${round(render)} s + Pagefind ${round(pagefind)} s`;
}
