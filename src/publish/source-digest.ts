import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes in which the front matter has come to the source: names before it are short. */
const enough = 2048;

/**
 * SHA-256 of the text that a disclosure was made from, hex, as the head of its Markdown says: thousands are asked for it,
 * and none is parsed. Undefined where the head is not as it is written; whoever reads the record says so.
 */
export function sourceDigest(path: string): string | undefined {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(enough);
    const head = bytes.toString('utf8', 0, readSync(file, bytes));
    return /^source:\n(?: {2}.*\n)*? {2}sha256: ([0-9a-f]{64})$/m.exec(head)?.[1];
  } finally {
    closeSync(file);
  }
}
