import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classicScript } from '../offline/classic-script.ts';
import { readArchiveInfo } from '../publish/archive-info.ts';
import type { BuildStep } from '../publish/build-site.ts';
import { type FileFacts, factsOf, isSame, type Ledger } from '../publish/ledger.ts';
import { publicationDay } from '../publish/publication-day.ts';
import { changeLines, countLines } from '../publish/sorted-lines.ts';
import { writeChanged } from '../publish/write-changed.ts';
import { lineOf, linesOf, pathOf, writeManifest } from './manifest-file.ts';
import { editionPath, manifestPath } from './site-manifest.ts';

/** Files that nobody keeps in a browser: the packed archive and what configures a host. */
const notKept =
  /^(?:offline\/.*\.zip(?:\.sha256)?|_headers|_redirects|CNAME|robots\.txt|feed\.xml|sitemap[\w-]*\.xml)$/;

/** What the step makes. */
export const workerFiles: ReadonlySet<string> = new Set([manifestPath, editionPath, 'sw.js']);

/** Writes the service worker and the list of files, with hashes, that it keeps. */
export const workerStep: BuildStep = {
  name: '清单',
  async run({ dist, content }, { there, made, archive }) {
    // Bundled by another process, meanwhile.
    const script = classicScript(fileURLToPath(new URL('.', import.meta.url)), 'service-worker.ts', {
      'import.meta.url': 'self.location.href',
    });
    script.catch(() => {}); // whoever waits for it below gets the error
    const published = publicationDay(await readArchiveInfo(content), archive) ?? '';
    const kept = [...made].filter(([path]) => !notKept.test(path));
    const list = await listOf(kept, { there, made, dist });
    const edition = hash('sha256', list, 'hex');
    const bytes = kept.reduce((sum, [, [, size]]) => sum + size, 0);
    const manifest = writeManifest({ edition, published, bytes }, list);
    await writeChanged(join(dist, manifestPath), manifest);
    await writeChanged(join(dist, editionPath), `${JSON.stringify({ edition, published })}\n`);
    await writeChanged(join(dist, 'sw.js'), await script);
    const outputs = [...workerFiles];
    return {
      made: `${kept.length} 个文件`,
      files: outputs,
      written: outputs,
      facts: new Map([[manifestPath, factsOf(manifest)]]),
    };
  },
};

/** The lines of the manifest: those of the manifest before, where that is known, with what changed since. */
async function listOf(
  kept: [string, FileFacts][],
  { there, made, dist }: { there: Ledger; made: Ledger; dist: string },
): Promise<Buffer> {
  const standing = await readFile(join(dist, manifestPath)).catch(() => null);
  const before = standing && isSame(there.get(manifestPath), factsOf(standing)) && linesOf(standing);
  if (before) {
    const changes = new Map<string, string | null>();
    for (const path of there.keys()) if (!made.has(path)) changes.set(path, null);
    for (const [path, facts] of kept)
      if (!isSame(there.get(path), facts)) changes.set(path, lineOf(path, facts));
    const lines = changeLines(before, changes, pathOf);
    // A file that was served for open tabs only, and is of the publication again, is in no list of changes.
    if (countLines(lines) === kept.length) return lines;
  }
  return changeLines(
    Buffer.alloc(0),
    new Map(kept.map(([path, facts]) => [path, lineOf(path, facts)])),
    pathOf,
  );
}
