import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../settings.ts';
import type { BuildStep } from './build-site.ts';

/** What the process that renders the pages answers. */
export interface PagesOutput {
  /** Pages of the site. */
  pages: number;
  /** Files that were rendered. */
  rendered: number;
  files: string[];
  written: string[];
}

let started: { folder: string; child: ChildProcess; output: Promise<PagesOutput> } | undefined;

/** Renders the pages; those whose data and template are unchanged are kept as they stand. */
export const pagesStep: BuildStep = {
  name: '页面',
  begin(settings) {
    started ??= start(settings);
  },
  async run(settings) {
    started ??= start(settings);
    const { folder, child, output } = started;
    if (folder !== settings.dist) throw new Error(`The pages of ${folder} are being rendered already.`);
    child.send('render');
    try {
      const { pages, rendered, files, written } = await output;
      return { made: `${pages} 页，${rendered} 个文件重新生成`, files, written };
    } finally {
      started = undefined;
    }
  },
  abandon() {
    started?.child.kill();
    started = undefined;
  },
};

function start({ content, dist, cache, site, base }: Settings) {
  const child = fork(fileURLToPath(new URL('pages-process.ts', import.meta.url)), {
    env: { ...process.env, CONTENT: content, DIST: dist, CACHE: cache, SITE: site, BASE: base },
  });
  const output = new Promise<PagesOutput>((resolve, reject) => {
    child.once('message', (message) => resolve(message as PagesOutput));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The pages could not be rendered (exit ${code}).`)));
  });
  // Who waits for it gets the error; nobody may be waiting yet.
  output.catch(() => {});
  return { folder: dist, child, output };
}
