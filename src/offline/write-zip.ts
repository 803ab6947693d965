import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { directoryRecord, endRecords, localRecord, type ZipEntry } from './zip-records.ts';

/** An entry and what is stored of it. */
export interface ZipContent extends ZipEntry {
  content: Uint8Array;
}

/** A ZIP file that was written. */
export interface WrittenZip {
  bytes: number;
  /** Hex. */
  sha256: string;
  /** Where the content of each entry begins, in the order of the entries. */
  offsets: number[];
}

/** Bytes that are gathered before they are written. */
const portion = 4 * 1024 * 1024;

/**
 * Writes a ZIP file entry by entry, in the order given; the same entries give the same bytes. The hash is taken while
 * it is written, memory does not grow with the file but for the directory.
 *
 * @param entries some at a time, as they are there
 */
export async function writeZip(path: string, entries: AsyncIterable<ZipContent[]>): Promise<WrittenZip> {
  const file = await open(path, 'w');
  try {
    const out = new HashedOutput(file);
    const directory: Uint8Array[] = [];
    const offsets: number[] = [];
    for await (const some of entries)
      for (const entry of some) {
        directory.push(directoryRecord(entry, out.length));
        const record = out.write(localRecord(entry));
        if (record) await record;
        offsets.push(out.length);
        const content = out.write(entry.content);
        if (content) await content;
      }
    const start = out.length;
    for (const record of directory) await out.write(record);
    await out.write(endRecords(directory.length, start, out.length - start));
    await out.end();
    return { bytes: out.length, sha256: out.hash.digest('hex'), offsets };
  } finally {
    await file.close();
  }
}

/** Writes in large portions and hashes what it writes; while one portion is written, the next is gathered. */
class HashedOutput {
  readonly hash = createHash('sha256');
  /** Bytes so far. */
  length = 0;
  private readonly file: FileHandle;
  private buffer = Buffer.alloc(portion);
  private other = Buffer.alloc(portion);
  private filled = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(file: FileHandle) {
    this.file = file;
  }

  /** Takes what there is room for at once: most entries are small, and a promise for each takes longer than they do. */
  write(bytes: Uint8Array): Promise<void> | null {
    this.length += bytes.length;
    if (this.filled + bytes.length >= portion) return this.fill(bytes);
    this.buffer.set(bytes, this.filled);
    this.filled += bytes.length;
    return null;
  }

  /** Writes all that was taken. */
  async end(): Promise<void> {
    await this.pass();
    await this.writing;
  }

  private async fill(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length; ) {
      const part = bytes.subarray(from, from + portion - this.filled);
      this.buffer.set(part, this.filled);
      this.filled += part.length;
      from += part.length;
      if (this.filled === portion) await this.pass();
    }
  }

  /** Passes the portion on to be written, when the one before is. */
  private async pass(): Promise<void> {
    const part = this.buffer.subarray(0, this.filled);
    await this.writing;
    this.writing = this.store(part);
    this.writing.catch(() => {}); // thrown where it is waited for
    this.hash.update(part);
    [this.buffer, this.other] = [this.other, this.buffer];
    this.filled = 0;
  }

  private async store(part: Uint8Array): Promise<void> {
    for (let done = 0; done < part.length; ) done += (await this.file.write(part, done)).bytesWritten;
  }
}
