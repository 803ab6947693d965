import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchivedDisclosure } from '../record/load-archive.ts';
import { writeChanged } from './write-changed.ts';

/** Bytes in which the front matter has come to the source: names before it are short. */
const enough = 2048;

type Listed = Pick<ArchivedDisclosure, 'path' | 'digest'>;

/**
 * Gives the SHA-256 of the text that each disclosure was made from, hex, as the head of its Markdown says. Thousands are
 * asked for it: none is parsed, and those that did not change are not opened.
 *
 * Undefined where the head is not as it is written; whoever reads the record says so.
 */
export async function sourceDigests(
  cache: string,
  records: readonly Listed[],
): Promise<(string | undefined)[]> {
  const file = join(cache, 'source-digests.json');
  const known = readKnown(file);
  const digests = records.map(({ path, digest }) => known[digest] ?? readDigest(path));
  const kept = records.flatMap(({ digest }, i) => (digests[i] ? [[digest, digests[i]]] : []));
  await writeChanged(file, JSON.stringify(Object.fromEntries(kept)));
  return digests;
}

/** By digest of the record. */
function readKnown(file: string): { [digest: string]: string } {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {}; // not there, or cut off: all are opened
  }
}

function readDigest(path: string): string | undefined {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(enough);
    const head = bytes.toString('utf8', 0, readSync(file, bytes));
    return /^source:\n(?: {2}.*\n)*? {2}sha256: ([0-9a-f]{64})$/m.exec(head)?.[1];
  } finally {
    closeSync(file);
  }
}
