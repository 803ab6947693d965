import type { FileFacts } from '../publish/ledger.ts';
import type { SiteManifest } from './site-manifest.ts';

/**
 * The manifest as a file: JSON with one file of the site a line, sorted by their paths. Its list, as it is handed about,
 * has a comma and an end at each line; in the file the last comma is missing.
 */

const beforeList = ',"files":{\n';
const afterList = '\n}}\n';
const lineEnd = ',\n';

/** Bytes of the manifest. */
export function writeManifest(about: Omit<SiteManifest, 'files'>, list: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(JSON.stringify(about).slice(0, -1) + beforeList),
    list.subarray(0, -lineEnd.length),
    Buffer.from(afterList),
  ]);
}

/** The list of a manifest; null where it was not written like this. */
export function linesOf(manifest: Buffer): Buffer | null {
  const from = manifest.indexOf(beforeList);
  if (from === -1) return null;
  const list = manifest.subarray(from + beforeList.length, -afterList.length);
  return Buffer.concat([list, Buffer.from(lineEnd)]);
}

/** A line of the list, without its end. */
export function lineOf(path: string, [sha256, bytes]: FileFacts): string {
  return `${JSON.stringify(path)}:["${sha256}",${bytes}],`;
}

/** The path in a line of the list. */
export function pathOf(line: string): string {
  return JSON.parse(line.slice(0, line.indexOf('":["') + 1));
}
