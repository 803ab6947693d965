import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeDigest } from '../code-digest.ts';
import { readArchiveInfo } from '../publish/archive-info.ts';
import type { BuildStep } from '../publish/build-site.ts';
import { isTakenBack } from '../publish/is-taken-back.ts';
import type { Ledger } from '../publish/ledger.ts';
import { publicationDay } from '../publish/publication-day.ts';
import { writeChanged } from '../publish/write-changed.ts';
import type { Settings } from '../settings.ts';
import { editionName } from './edition-name.ts';
import { readEditionNote, writeEditionNote } from './edition-note.ts';
import { fillOfflinePage, isUnfilled, type OfflineEdition } from './fill-offline-page.ts';
import { sha256 } from './manifest.ts';
import { planEdition } from './plan-edition.ts';
import { type EditionBefore, writeEdition } from './write-edition.ts';

/** The page that offers it. */
const page = 'data/index.html';

const zipFile = /^offline\/[^/]+\.zip$/;

/** Packs the whole archive into `offline/<archive>-<date>.zip`, which opens from a folder without a server. */
export const offlineStep: BuildStep = {
  name: '离线版',
  async run(settings, { there, made, archive }) {
    const { dist, cache, base, site } = settings;
    const info = await readArchiveInfo(settings.content);
    const name = editionName(info.slug, publicationDay(info, archive));
    const zip = `offline/${name}.zip`;
    await mkdir(join(dist, 'offline'), { recursive: true });
    const plan = planEdition(dist, made, programDigest(settings));
    const before = await editionBefore(settings, there);
    const edition = await writeEdition(
      join(dist, zip),
      name,
      plan,
      { dist, base, site },
      (path) => made.get(path)?.[1] ?? 0,
      before,
    );
    await writeEditionNote(cache, edition.sha256, edition.entries, before?.sha256 ?? '');
    await writeChanged(join(dist, `${zip}.sha256`), `${edition.sha256}  ${name}.zip\n`);
    await fillPage(settings, { name: `${name}.zip`, bytes: edition.bytes, sha256: edition.sha256 });
    const files = [zip, `${zip}.sha256`];
    return {
      made: `${edition.entries.length} 个文件，${edition.made} 个重新生成`,
      files,
      written: [...files, page],
      facts: new Map([[zip, [edition.sha256, edition.bytes]]]),
    };
  },
};

/** Stands for the code that makes the edition, and for what all pages are rewritten by. */
function programDigest({ base, site }: Settings): string {
  const packages = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return sha256([codeDigest('offline'), packages, base, site].join('\n'));
}

/** The edition that the build before left, if its file is known to be that which the note is about. */
async function editionBefore(
  { dist, cache }: Settings,
  there: Ledger,
): Promise<(EditionBefore & { sha256: string }) | null> {
  const path = [...there.keys()].find((file) => zipFile.test(file));
  const facts = path === undefined ? undefined : there.get(path);
  if (path === undefined || !facts) return null;
  const size = await stat(join(dist, path)).then(
    (found) => found.size,
    () => -1,
  );
  if (size !== facts[1]) return null;
  return { path: join(dist, path), sha256: facts[0], entries: await readEditionNote(cache, facts[0]) };
}

/**
 * Keeps the offline edition of the publication before: packing an archive of thousands takes longer than publishing
 * one text, so that a publication goes live first and its own offline edition follows.
 *
 * It is not kept where it holds what this publication masks or withdraws: until the next one is packed, there is none.
 */
export const keepOfflineStep: BuildStep = {
  name: '离线版',
  async run(settings, { there, made }) {
    const { dist } = settings;
    if (isTakenBack(there, made)) {
      await fillPage(settings, null);
      return { made: '有内容撤下、遮盖或更换，原有的不再提供', files: [], written: [page] };
    }
    const names = (await readdir(join(dist, 'offline')).catch(() => []))
      .filter((name) => name.endsWith('.zip'))
      .sort();
    const name = names.at(-1);
    const checksum =
      name && (await readFile(join(dist, 'offline', `${name}.sha256`), 'utf8').catch(() => null));
    if (!name || !checksum) {
      await fillPage(settings, null);
      return { made: '随后生成', files: [], written: [page] };
    }
    const { size } = await stat(join(dist, 'offline', name));
    await fillPage(settings, { name, bytes: size, sha256: checksum.slice(0, 64) });
    const files = [`offline/${name}`, `offline/${name}.sha256`];
    return { made: `沿用 ${name}，随后更新`, files, written: [page] };
  },
};

/** Fills the page as it was rendered; where it is filled already, as it was kept when it was. */
async function fillPage({ dist, cache }: Settings, edition: OfflineEdition | null): Promise<void> {
  const path = join(dist, page);
  const kept = join(cache, 'offline', 'page.html');
  const present = await readFile(path, 'utf8');
  const rendered = isUnfilled(present) ? present : await readFile(kept, 'utf8');
  await writeChanged(kept, rendered);
  await writeChanged(path, fillOfflinePage(rendered, edition));
}
