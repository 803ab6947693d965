import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder, sorted, relative to it with `/`; none where the folder is missing. */
export async function listFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (path: string) => {
    const entries = await readdir(join(folder, path), { withFileTypes: true }).catch((error) => {
      if (error.code === 'ENOENT' && path === '') return [];
      throw error;
    });
    for (const entry of entries) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) await visit(below);
      else found.push(below);
    }
  };
  await visit('');
  return found.sort();
}
