import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../publish/list-files.ts';

/** Digest of the program texts below some folders (tests left out): changes when what they make may change. */
export async function digestSources(root: string, folders: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const name of await listFiles(join(root, folder)))
      if (/\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
        hash
          .update(`${folder}/${name}\0`)
          .update(readFileSync(join(root, folder, name)))
          .update('\0');
  return hash.digest('hex');
}
