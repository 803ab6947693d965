import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArchiveInfo } from '../publish/archive-info.ts';
import type { BuildStep } from '../publish/build-site.ts';
import { writeChanged } from '../publish/write-changed.ts';
import type { Settings } from '../settings.ts';
import { editionFiles } from './edition-files.ts';
import { editionName } from './edition-name.ts';
import { fillOfflinePage, isUnfilled, type OfflineEdition } from './fill-offline-page.ts';
import { sha256, writeManifest } from './manifest.ts';
import { writeZip } from './write-zip.ts';

/** The page that offers it. */
const page = 'data/index.html';

/** Packs the whole archive into `offline/<archive>-<date>.zip`, which opens from a folder without a server. */
export const offlineStep: BuildStep = {
  name: '离线版',
  async run(settings, { made }) {
    const info = await readArchiveInfo(settings.content);
    const name = editionName(info);
    const folder = join(settings.dist, 'offline');
    await mkdir(folder, { recursive: true });
    const zip = join(folder, `${name}.zip`);
    const part = `${zip}.part`;
    const paths = [...made.keys()].sort();
    const hashes = new Map<string, string>();
    async function* entries() {
      for await (const { path, bytes } of editionFiles(settings.dist, paths, settings)) {
        hashes.set(path, sha256(bytes));
        yield { name: `${name}/${path}`, bytes };
      }
      yield { name: `${name}/manifest.sha256`, bytes: new TextEncoder().encode(writeManifest(hashes)) };
    }
    let bytes: number;
    try {
      bytes = await writeZip(part, entries());
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    await rename(part, zip);
    const digest = await hashFile(zip);
    await writeFile(`${zip}.sha256`, `${digest}  ${name}.zip\n`);
    await fillPage(settings, { name: `${name}.zip`, bytes, sha256: digest });
    const files = [`offline/${name}.zip`, `offline/${name}.zip.sha256`];
    return { made: `${hashes.size + 1} 个文件`, files, written: [...files, page] };
  },
};

/**
 * Keeps the offline edition of the publication before: packing an archive of thousands takes longer than publishing
 * one text, so that a publication goes live first and its own offline edition follows.
 */
export const keepOfflineStep: BuildStep = {
  name: '离线版',
  async run(settings) {
    const { dist } = settings;
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

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
