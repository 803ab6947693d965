import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file piece by piece, so that its size is no matter, and puts it in place when it is whole.
 *
 * @param known SHA-256 of the file that stands there, hex; where the new one has the same, that one stays
 */
export function joinCsv(
  path: string,
  pieces: Iterable<Uint8Array>,
  known: string | undefined,
): { bytes: number; sha256: string } {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      for (let from = 0; from < piece.length; ) from += writeSync(file, piece, from);
    }
  } finally {
    closeSync(file);
  }
  const sha256 = hash.digest('hex');
  if (sha256 === known) rmSync(temporary);
  else {
    // What replaces a file is written to the disk at once by some file systems, half a second for an archive of thousands.
    rmSync(path, { force: true });
    renameSync(temporary, path);
  }
  return { bytes, sha256 };
}
