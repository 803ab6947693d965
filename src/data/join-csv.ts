import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file piece by piece, so that its size is no matter, and puts it in place in one step.
 *
 * @param known SHA-256 of the file that stands there, hex; where the new one has the same, that one stays
 */
export async function joinCsv(
  path: string,
  pieces: AsyncIterable<Buffer>,
  known: string | undefined,
): Promise<{ bytes: number; sha256: string }> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
  const sha256 = hash.digest('hex');
  if (sha256 === known) await rm(temporary);
  else await rename(temporary, path);
  return { bytes, sha256 };
}
