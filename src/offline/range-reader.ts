import { type FileHandle, open } from 'node:fs/promises';

/** Bytes that are read ahead: ranges are asked for in about the order in which they lie. */
const ahead = 8 * 1024 * 1024;

/** Reads ranges of a file, few reads for many ranges. */
export class RangeReader {
  private readonly file: FileHandle;
  private buffer: Uint8Array = new Uint8Array(0);
  private start = 0;

  private constructor(file: FileHandle) {
    this.file = file;
  }

  static async open(path: string): Promise<RangeReader> {
    return new RangeReader(await open(path, 'r'));
  }

  /** The bytes of a range that were read ahead; null where they were not. */
  peek(offset: number, length: number): Uint8Array | null {
    if (offset < this.start || offset + length > this.start + this.buffer.length) return null;
    return this.buffer.subarray(offset - this.start, offset - this.start + length);
  }

  /** The bytes of a range. @throws where the file ends before */
  async read(offset: number, length: number): Promise<Uint8Array> {
    if (!this.peek(offset, length)) {
      const bytes = Buffer.allocUnsafe(Math.max(length, ahead));
      let filled = 0;
      for (let more = 1; more > 0 && filled < bytes.length; filled += more)
        more = (await this.file.read(bytes, filled, bytes.length - filled, offset + filled)).bytesRead;
      this.buffer = bytes.subarray(0, filled);
      this.start = offset;
      if (filled < length) throw new Error(`The file ends before ${offset + length}.`);
    }
    return this.buffer.subarray(offset - this.start, offset - this.start + length);
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
