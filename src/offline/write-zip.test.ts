import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { entryOf } from './make-entries.ts';
import { writeZip, type ZipContent } from './write-zip.ts';
import { directoryRecord, endRecords, localRecord } from './zip-records.ts';

function contentOf(name: string, bytes: Uint8Array): ZipContent {
  const { content, crc, bytes: length, deflated } = entryOf(name, bytes);
  return { name, crc, bytes: length, stored: content.length, deflated, content };
}

async function* entries() {
  yield [contentOf('档案/index.html', new TextEncoder().encode('<p>预算</p>'.repeat(1000)))];
  yield [contentOf('档案/icon.png', new Uint8Array([137, 80, 78, 71]))];
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zip-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('the same entries give the same bytes, and they unpack to what went in', () =>
  inFolder(async (folder) => {
    const first = await writeZip(join(folder, 'a.zip'), entries());
    expect(await writeZip(join(folder, 'b.zip'), entries())).toEqual(first);
    const bytes = await readFile(join(folder, 'a.zip'));
    expect(first.bytes).toBe(bytes.length);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['档案/index.html', '档案/icon.png']);
    expect(new TextDecoder().decode(files['档案/index.html'])).toBe('<p>预算</p>'.repeat(1000));
    expect([...bytes.subarray(first.offsets[1], (first.offsets[1] ?? 0) + 4)]).toEqual([137, 80, 78, 71]);
  }));

test('a file of more than 65,535 entries is read by others', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'many.zip');
    async function* many() {
      for (let index = 0; index < 70_000; index++)
        yield [contentOf(`a/${index}.png`, Buffer.from(String(index)))];
    }
    await writeZip(path, many());
    const files = unzipSync(await readFile(path));
    expect(Object.keys(files)).toHaveLength(70_000);
    expect(Buffer.from(files['a/69999.png'] ?? []).toString()).toBe('69999');
  }));

test('what lies beyond 4 GiB is pointed to with 64 bits', () => {
  const entry = { name: 'a', crc: 1, bytes: 5, stored: 5, deflated: false };
  const record = Buffer.from(directoryRecord(entry, 0x1_2345_6789));
  expect(record.readUInt32LE(42)).toBe(0xffff_ffff);
  expect(record.readBigUInt64LE(record.length - 8)).toBe(0x1_2345_6789n);
  expect(endRecords(1, 0x1_0000_0000, 47)).toHaveLength(98);
  expect(endRecords(1, 100, 47)).toHaveLength(22);
});

test('a single file of 4 GiB is refused by its name', () => {
  const huge = { name: 'a/video.mp4', crc: 0, bytes: 2 ** 32, stored: 2 ** 32, deflated: false };
  expect(() => localRecord(huge)).toThrow('a/video.mp4 has 4294967296 bytes');
});
