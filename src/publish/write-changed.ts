import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { atPath } from '../say-error.ts';

/**
 * Writes a file unless it already holds these bytes, so that an unchanged file keeps its time.
 *
 * The file is replaced by renaming: a reader never sees half of it.
 *
 * @returns whether it was written
 */
export async function writeChanged(path: string, content: string | Uint8Array): Promise<boolean> {
  const bytes =
    typeof content === 'string'
      ? Buffer.from(content)
      : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const before = await readFile(path).catch(() => null);
  if (before?.equals(bytes)) return false;
  await mkdir(dirname(path), { recursive: true });
  await atPath(path, () => writeFileAtomic(path, bytes, { fsync: false }));
  return true;
}
