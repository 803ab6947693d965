import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArchiveInfo } from '../publish/archive-info.ts';
import type { BuildStep } from '../publish/build-site.ts';
import { editionFiles } from './edition-files.ts';
import { editionName } from './edition-name.ts';
import { sha256, writeManifest } from './manifest.ts';
import { writeZip } from './write-zip.ts';

/** Packs the whole archive into `offline/<archive>-<date>.zip`, which opens from a folder without a server. */
export const offlineStep: BuildStep = {
  name: '离线版',
  async run(settings, made) {
    const info = await readArchiveInfo(settings.content);
    const name = editionName(info);
    const folder = join(settings.dist, 'offline');
    await mkdir(folder, { recursive: true });
    const zip = join(folder, `${name}.zip`);
    const part = `${zip}.part`;
    const paths = [...new Set(made)].sort();
    const hashes = new Map<string, string>();
    async function* entries() {
      for await (const { path, bytes } of editionFiles(settings.dist, paths, settings)) {
        hashes.set(path, sha256(bytes));
        yield { name: `${name}/${path}`, bytes };
      }
      yield { name: `${name}/manifest.sha256`, bytes: new TextEncoder().encode(writeManifest(hashes)) };
    }
    try {
      await writeZip(part, entries());
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    await rename(part, zip);
    const digest = await hashFile(zip);
    await writeFile(`${zip}.sha256`, `${digest}  ${name}.zip\n`);
    return {
      made: `${hashes.size + 1} 个文件`,
      files: [`offline/${name}.zip`, `offline/${name}.zip.sha256`],
    };
  },
};

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
