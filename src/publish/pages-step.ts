import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AstroIntegration, build } from 'astro';
import type { BuildStep } from './build-site.ts';
import { listFiles } from './list-files.ts';

/** Folder of the style sheets and scripts, which Astro emits anew, under names with their hash, in every build. */
const assets = '_astro';

/** Renders the pages with Astro; those whose data and template are unchanged are kept as they stand. */
export const pagesStep: BuildStep = {
  name: '页面',
  async run({ dist, base }) {
    await rm(join(dist, assets), { recursive: true, force: true });
    const routes: string[] = [];
    const kept = new Set<string>();
    await build({
      logLevel: 'warn',
      outDir: dist,
      integrations: [collectRoutes(routes), collectKept(kept, base)],
      // Emptying the folder would throw away the pages that need no new rendering; what nobody claims is pruned later.
      vite: { build: { emptyOutDir: false } },
    });
    const emitted = (await listFiles(join(dist, assets))).map((file) => `${assets}/${file}`);
    const copied = await listFiles('public');
    const pages = routes.filter((file) => file.endsWith('.html')).length;
    const rendered = routes.filter((file) => !kept.has(file));
    return {
      made: `${pages} 页，${rendered.length} 个文件重新生成`,
      files: [...routes, ...emitted, ...copied],
      written: [...rendered, ...emitted, ...copied],
    };
  },
};

/** Notes the file of every route, rendered or kept. */
function collectRoutes(routes: string[]): AstroIntegration {
  let folder = '';
  return {
    name: 'collect-routes',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
      },
      'astro:build:done': ({ assets }) => {
        for (const url of [...assets.values()].flat())
          routes.push(relative(folder, fileURLToPath(url)).replaceAll('\\', '/'));
      },
    },
  };
}

/** Notes the files that Astro keeps: those with a key that it does not ask to render. */
function collectKept(kept: Set<string>, base: string): AstroIntegration {
  return {
    name: 'collect-kept',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          async getStaticPaths() {
            const paths = await prerenderer.getStaticPaths();
            for (const { pathname, cacheKey } of paths)
              if (cacheKey !== undefined) kept.add(fileOf(pathname, '/'));
            return paths;
          },
          render(request, options) {
            kept.delete(fileOf(decodeURI(new URL(request.url).pathname), base));
            return prerenderer.render(request, options);
          },
        }));
      },
    },
  };
}

/** `/units/u/2031/` is `units/u/2031/index.html`, `/units/u/charts/years.svg` is itself. */
function fileOf(pathname: string, base: string): string {
  const path = pathname.slice(base.length).replace(/\/$/, '');
  return /\.\w+$/.test(path) ? path : `${path}/index.html`.replace(/^\//, '');
}
