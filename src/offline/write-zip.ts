import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Every entry has this time (local fields, so that the bytes do not depend on the time zone). */
const epoch = new Date(1980, 0, 1);

/** Files that are compressed already. */
const packed = /\.(?:png|jpg|webp|zip|gz|br|wasm)$/;

/**
 * Writes a ZIP file entry by entry, in the order given; the same entries give the same bytes.
 *
 * @returns its size in bytes
 */
export async function writeZip(
  path: string,
  entries: AsyncIterable<{ name: string; bytes: Uint8Array }>,
): Promise<number> {
  const out = createWriteStream(path);
  let size = 0;
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else {
      size += chunk.length;
      out.write(chunk);
    }
  });
  for await (const { name, bytes } of entries) {
    const entry = packed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = epoch;
    zip.add(entry);
    entry.push(bytes, true);
    if (failure) throw failure;
    if (out.writableNeedDrain) await once(out, 'drain');
  }
  zip.end();
  if (failure) throw failure;
  out.end();
  await once(out, 'finish');
  return size;
}
