import fs from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { AstroIntegration } from 'astro';
import { frameKinds } from '../framed-pages/frame.ts';
import { keepCompiled } from '../keep-compiled.ts';
import { sayError } from '../say-error.ts';
import { readSettings } from '../settings.ts';
import { listFiles } from './list-files.ts';
import type { FramesOutput, PagesFailure, PagesOrder, PagesOutput } from './pages-child.ts';
import { renameAnywhere } from './rename-anywhere.ts';

/**
 * Renders the pages with Astro in a process of its own, so that its start and its bundling run beside the reading of new
 * texts. What it waits for it is told (`PagesOrder`), and it answers with what it wrote.
 */

/** Folder of the style sheets and scripts, which Astro emits anew, under names with their hash, in every build. */
const assets = '_astro';

/** Folder of the frames of the pages that the build fills by itself. */
const framesFolder = 'frames';

/** Milliseconds of waiting from which on it pays to collect garbage: for one more text it is less. */
const longWait = 3000;

/** The page that shows what the open data are. */
const dataPage = 'data/index.html';

const folder = Promise.withResolvers<string>();
const records = Promise.withResolvers<void>();
const data = Promise.withResolvers<void>();
process.on('message', (order: PagesOrder) => {
  if (order === 'records') records.resolve();
  else if (order === 'data') data.resolve();
  else folder.resolve(order.dist);
});
const gone = () => process.exit(1);
process.once('disconnect', gone);
process.once('uncaughtException', (error) => {
  process.send?.({ error: sayError(error) } satisfies PagesFailure, gone);
});

const settings = readSettings(process.env, process.cwd());
const { base } = settings;
keepCompiled(settings);
// Astro moves style sheets from a folder of the project into the site, which may be on another file system.
fs.promises.rename = renameAnywhere(fs.promises.rename) as typeof fs.promises.rename;
const { build } = await import('astro');
const dist = await folder.promise;
// Reads the archive's name; by now that is known to be readable.
const { default: config } = await import('../../astro.config.mjs');

// Astro writes into files that stand there, but the publication that is served may hold the same ones: what it will
// write is removed before.
await rm(join(dist, assets), { recursive: true, force: true });
const copied = await listFiles('public');
for (const path of copied) await rm(join(dist, path), { force: true });
const routes: string[] = [];
const frames = new Map<string, string>();
const kept = new Set<string>();
await build({
  ...config,
  configFile: false,
  logLevel: 'warn',
  outDir: dist,
  integrations: [collectRoutes(), waitAndCollectKept()],
  // Emptying the folder would throw away the pages that need no new rendering; what nobody claims is removed later.
  vite: {
    ...config.vite,
    define: { ...config.vite?.define, IN_BUILD: 'true' },
    build: { ...config.vite?.build, emptyOutDir: false },
  },
});
await rm(join(dist, framesFolder), { recursive: true, force: true });
const emitted = (await listFiles(join(dist, assets))).map((file) => `${assets}/${file}`);
const rendered = routes.filter((file) => !kept.has(file));
const output: PagesOutput = {
  pages: routes.filter((file) => file.endsWith('.html')).length,
  rendered: rendered.length,
  files: [...routes, ...emitted, ...copied],
  written: [...rendered, ...emitted, ...copied],
};
process.off('disconnect', gone);
process.send?.(output, () => process.disconnect());

/** Notes the file of every route, rendered or kept. */
function collectRoutes(): AstroIntegration {
  let folder = '';
  return {
    name: 'collect-routes',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
      },
      'astro:build:done': ({ assets }) => {
        for (const url of [...assets.values()].flat()) {
          const path = relative(folder, fileURLToPath(url)).replaceAll('\\', '/');
          if (!frameOf(path)) routes.push(path);
        }
      },
    },
  };
}

/** Waits until the records are there, and notes the files that Astro keeps: those with a key that it does not render. */
function waitAndCollectKept(): AstroIntegration {
  return {
    name: 'wait-and-collect-kept',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          async setup() {
            const collecting = setTimeout(collectGarbage, longWait);
            await records.promise;
            clearTimeout(collecting);
            await prerenderer.setup?.();
          },
          async getStaticPaths() {
            const paths = await prerenderer.getStaticPaths();
            for (const { pathname, cacheKey } of paths)
              if (cacheKey !== undefined) kept.add(fileOf(pathname, '/'));
            // Another step waits for the frames; the page that waits for the open data keeps nobody waiting.
            const order = ({ pathname }: { pathname: string }) => {
              const file = fileOf(pathname, '/');
              return file === dataPage ? '\uffff' : frameOf(file) ? '' : pathname;
            };
            return paths.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
          },
          async render(request, options) {
            const file = fileOf(decodeURI(new URL(request.url).pathname), base);
            kept.delete(file);
            if (file === dataPage) await data.promise;
            await rm(join(dist, file), { force: true });
            // `/404/` is written as `404.html`.
            await rm(join(dist, file.replace(/\/index\.html$/, '.html')), { force: true });
            const rendered = await prerenderer.render(request, options);
            const kind = frameOf(file);
            if (kind) await tellFrame(kind, 'response' in rendered ? rendered.response : rendered);
            return rendered;
          },
        }));
      },
    },
  };
}

/**
 * Gives back what bundling left: while thousands of records are being read, nothing else would make it. V8 has no other
 * call for it than the one that a flag shows.
 */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** `frames/checks/index.html` is the frame `checks`; other files are none. */
function frameOf(file: string): string | undefined {
  const [folder, kind] = file.split('/');
  return folder === framesFolder ? kind : undefined;
}

/** Tells the frames when all of them are rendered. */
async function tellFrame(kind: string, response: Response): Promise<void> {
  frames.set(kind, await response.clone().text());
  if (frames.size === frameKinds.length)
    process.send?.({ frames: Object.fromEntries(frames) as FramesOutput['frames'] } satisfies FramesOutput);
}

/** `/units/u/2031/` is `units/u/2031/index.html`, `/units/u/charts/years.svg` is itself. */
function fileOf(pathname: string, base: string): string {
  const path = pathname.slice(base.length).replace(/\/$/, '');
  return /\.\w+$/.test(path) ? path : `${path}/index.html`.replace(/^\//, '');
}
