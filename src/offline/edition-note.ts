import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeChanged } from '../publish/write-changed.ts';

/** What is known of an entry of a ZIP file that stands: enough to take it over as it is. */
export interface NotedEntry {
  /** Path in the edition. */
  path: string;
  /** What it was made from. */
  key: string;
  /** Of its content: SHA-256, CRC-32, length. */
  sha256: string;
  crc: number;
  bytes: number;
  /** Of what is stored: length, whether it is deflated, and where in the file it begins. */
  stored: number;
  deflated: boolean;
  offset: number;
  /** Files that the page leads to. */
  targets: string;
  /** Of a large file: its pieces as they are stored one behind the other, each with its length. */
  pieces: [id: string, stored: number][];
}

/** An entry as a row: an archive of thousands has as many as files. */
type Row = [
  ...[path: string, key: string, sha256: string, crc: number, bytes: number, stored: number],
  ...[deflated: boolean, offset: number, targets: string, pieces: NotedEntry['pieces']],
];

const folderOf = (cache: string) => join(cache, 'offline', 'notes');

/** The entries of a ZIP file by path; none where nothing is known of it. @param zip SHA-256 of the file */
export async function readEditionNote(cache: string, zip: string): Promise<Map<string, NotedEntry>> {
  try {
    const rows: Row[] = JSON.parse(await readFile(join(folderOf(cache), `${zip}.json`), 'utf8'));
    return new Map(rows.map((row) => [row[0], entryOf(row)]));
  } catch {
    return new Map(); // not there, or cut off: everything is made anew
  }
}

/** Writes the note on a ZIP file; of the others that on `before` stays, for a run that is repeated. */
export async function writeEditionNote(
  cache: string,
  zip: string,
  entries: readonly NotedEntry[],
  before: string,
): Promise<void> {
  const rows = entries.map(rowOf);
  await writeChanged(
    join(folderOf(cache), `${zip}.json`),
    `[${rows.map((row) => JSON.stringify(row)).join(',\n')}]\n`,
  );
  const kept = new Set([`${zip}.json`, `${before}.json`]);
  for (const name of await readdir(folderOf(cache)))
    if (!kept.has(name)) await rm(join(folderOf(cache), name), { force: true });
}

function rowOf({
  path,
  key,
  sha256,
  crc,
  bytes,
  stored,
  deflated,
  offset,
  targets,
  pieces,
}: NotedEntry): Row {
  return [path, key, sha256, crc, bytes, stored, deflated, offset, targets, pieces];
}

function entryOf(row: Row): NotedEntry {
  const [path, key, sha256, crc, bytes, stored, deflated, offset, targets, pieces] = row;
  return { path, key, sha256, crc, bytes, stored, deflated, offset, targets, pieces };
}
