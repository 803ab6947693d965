import { join } from 'node:path';
import type { BuildStep } from '../publish/build-site.ts';
import { writeChanged } from '../publish/write-changed.ts';
import { headerRules, writeHeadersFile } from './header-rules.ts';

/** Writes what static hosts read from the site's own folder. */
export const hostingStep: BuildStep = {
  name: '托管',
  async run({ dist, base }) {
    await writeChanged(join(dist, '_headers'), writeHeadersFile(headerRules, base));
    // GitHub Pages would leave out folders that begin with an underscore.
    await writeChanged(join(dist, '.nojekyll'), '');
    const files = ['_headers', '.nojekyll'];
    return { made: '_headers', files, written: files };
  },
};
