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
    const facts = paths.map((path) => made.get(path) as FileFacts);
    // A list of a hundred thousand files is written out once: for the name of the edition and for the manifest.
    const files = `{${paths.map((path, index) => `${JSON.stringify(path)}:["${facts[index]?.[0]}",${facts[index]?.[1]}]`).join(',')}}`;
    const edition = createHash('sha256').update(files).digest('hex');
    const about: Omit<SiteManifest, 'files'> = {
      edition,
      published,
      bytes: facts.reduce((sum, [, size]) => sum + size, 0),
    };
    await writeChanged(join(dist, manifestPath), `${JSON.stringify(about).slice(0, -1)},"files":${files}}\n`);
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
