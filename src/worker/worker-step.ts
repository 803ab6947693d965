import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classicScript } from '../offline/classic-script.ts';
import { sha256 } from '../offline/manifest.ts';
import { readArchiveInfo } from '../publish/archive-info.ts';
import type { BuildStep } from '../publish/build-site.ts';
import { writeChanged } from '../publish/write-changed.ts';
import { editionPath, manifestPath, type SiteManifest } from './site-manifest.ts';

/** Files that nobody keeps in a browser: the packed archive and what configures a host. */
const notKept = /^(?:offline\/.*\.zip(?:\.sha256)?|_headers|_redirects|CNAME|robots\.txt)$/;

/** Writes the service worker and the list of files, with hashes, that it keeps. */
export const workerStep: BuildStep = {
  name: '清单',
  async run({ dist, content, cache }, made) {
    const { published = '' } = await readArchiveInfo(content);
    const paths = [...new Set(made)].filter((path) => !notKept.test(path)).sort();
    // A publication alternates between two folders, whose files have times of their own.
    const memory = join(cache, `hashes-${basename(dist)}.json`);
    const remembered = await readRemembered(memory);
    const files: SiteManifest['files'] = {};
    const marks: Remembered = {};
    for (const path of paths) {
      const { size, mtimeMs } = await stat(join(dist, path));
      const mark = `${size}:${mtimeMs}`;
      const before = remembered[path];
      const hash = before?.[0] === mark ? before[1] : sha256(await readFile(join(dist, path)));
      files[path] = [hash, size];
      marks[path] = [mark, hash];
    }
    await writeChanged(memory, JSON.stringify(marks));
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
    return { made: `${paths.length} 个文件`, files: [manifestPath, editionPath, 'sw.js'] };
  },
};

/** Path → [size and time of the file, its hash]: a file that was not written since is not read again. */
type Remembered = Record<string, [string, string]>;

async function readRemembered(path: string): Promise<Remembered> {
  return readFile(path, 'utf8').then(
    (text) => JSON.parse(text),
    () => ({}),
  );
}
