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
  async run(settings) {
    await rm(join(settings.dist, assets), { recursive: true, force: true });
    const routes: string[] = [];
    await build({
      logLevel: 'warn',
      outDir: settings.dist,
      integrations: [collectRoutes(routes)],
      // Emptying the folder would throw away the pages that need no new rendering; what nobody claims is pruned later.
      vite: { build: { emptyOutDir: false } },
    });
    const emitted = (await listFiles(join(settings.dist, assets))).map((file) => `${assets}/${file}`);
    const pages = routes.filter((file) => file.endsWith('.html')).length;
    return { made: `${pages} 页`, files: [...routes, ...emitted, ...(await listFiles('public'))] };
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
