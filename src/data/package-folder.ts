import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeChanged } from '../publish/write-changed.ts';
import type { DataPackage } from './data-package.ts';

const packageFile = 'datapackage.json';

/** The text of a package's description. */
function textOf(dataPackage: DataPackage): string {
  return `${JSON.stringify(dataPackage, null, 2)}\n`;
}

/** The package that stands in a folder, null where there is none or one of its files is missing or cut off. */
export async function readPackage(folder: string): Promise<DataPackage | null> {
  const text = await readFile(join(folder, packageFile), 'utf8').catch(() => '');
  const dataPackage = parsed(text);
  if (!dataPackage) return null;
  for (const { path, bytes } of dataPackage.resources) {
    const found = await stat(join(folder, path)).catch(() => null);
    if (found?.size !== bytes) return null;
  }
  return dataPackage;
}

function parsed(text: string): DataPackage | null {
  try {
    return JSON.parse(text) as DataPackage;
  } catch {
    return null; // not there, or cut off: it is made again
  }
}

/** Writes a package's description, after its files: it says that they are complete. */
export async function writePackage(folder: string, dataPackage: DataPackage): Promise<void> {
  await writeChanged(join(folder, packageFile), textOf(dataPackage));
}

/** Name and SHA-256 of each file of a package, its description included. */
export function filesOf(dataPackage: DataPackage): { path: string; sha256: string }[] {
  const described = createHash('sha256').update(textOf(dataPackage)).digest('hex');
  const resources = dataPackage.resources.map(({ path, hash }) => ({
    path,
    sha256: hash.replace('sha256:', ''),
  }));
  return [{ path: packageFile, sha256: described }, ...resources];
}
