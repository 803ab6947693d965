import { join } from 'node:path';
import type { BuildStep } from '../publish/build-site.ts';
import { writeChanged } from '../publish/write-changed.ts';
import { headerRules, writeHeadersFile } from './header-rules.ts';
import { writeRobots, writeSitemaps } from './sitemaps.ts';

/** Writes what static hosts and search engines read from the site's own folder. */
export const hostingStep: BuildStep = {
  name: '托管',
  async run({ dist, base, site }, { made }) {
    const texts = new Map([
      ['_headers', writeHeadersFile(headerRules, base)],
      // GitHub Pages would leave out folders that begin with an underscore.
      ['.nojekyll', ''],
      ['robots.txt', writeRobots({ site, base })],
      // Whole addresses are all that a sitemap may hold.
      ...(site ? writeSitemaps(made.keys(), { site, base }) : []),
    ]);
    for (const [path, text] of texts) await writeChanged(join(dist, path), text);
    const files = [...texts.keys()];
    return { made: files.filter((path) => path !== '.nojekyll').join('、'), files, written: files };
  },
};
