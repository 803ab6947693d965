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

/**
 * The package that stands in a folder, where it is of this version and none of its files is missing or cut off.
 */
export async function readPackage(folder: string, version: string): Promise<DataPackage | null> {
  const text = await readFile(join(folder, packageFile), 'utf8').catch(() => null);
  if (!text?.includes(JSON.stringify(version))) return null;
  const dataPackage = JSON.parse(text) as DataPackage;
  for (const { path, bytes } of dataPackage.resources) {
    const found = await stat(join(folder, path)).catch(() => null);
    if (found?.size !== bytes) return null;
  }
  return dataPackage.version === version ? dataPackage : null;
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
