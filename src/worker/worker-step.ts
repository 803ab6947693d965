import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classicScript } from '../offline/classic-script.ts';
import { readArchiveInfo } from '../publish/archive-info.ts';
import type { BuildStep } from '../publish/build-site.ts';
import type { FileFacts } from '../publish/ledger.ts';
import { writeChanged } from '../publish/write-changed.ts';
import { editionPath, manifestPath, type SiteManifest } from './site-manifest.ts';

/** Files that nobody keeps in a browser: the packed archive and what configures a host. */
const notKept = /^(?:offline\/.*\.zip(?:\.sha256)?|_headers|_redirects|CNAME|robots\.txt)$/;

/** What the step makes. */
export const workerFiles: ReadonlySet<string> = new Set([manifestPath, editionPath, 'sw.js']);

/** Writes the service worker and the list of files, with hashes, that it keeps. */
export const workerStep: BuildStep = {
  name: '清单',
  async run({ dist, content }, { made }) {
    const { published = '' } = await readArchiveInfo(content);
    const paths = [...made.keys()].filter((path) => !notKept.test(path)).sort();
    const files: SiteManifest['files'] = Object.fromEntries(
      paths.map((path) => [path, made.get(path) as FileFacts]),
    );
    const bytes = Object.values(files).reduce((sum, [, size]) => sum + size, 0);
    const edition = createHash('sha256').update(JSON.stringify(files)).digest('hex');
    const manifest: SiteManifest = { edition, published, bytes, files };
    await writeChanged(join(dist, manifestPath), `${JSON.stringify(manifest)}\n`);
    await writeChanged(join(dist, editionPath), `${JSON.stringify({ edition, published })}\n`);
    await writeChanged(
      join(dist, 'sw.js'),
      await classicScript(fileURLToPath(new URL('.', import.meta.url)), 'service-worker.ts', {
        'import.meta.url': 'self.location.href',
      }),
    );
    const outputs = [...workerFiles];
    return { made: `${paths.length} 个文件`, files: outputs, written: outputs };
  },
};
