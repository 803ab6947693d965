/** What stands in a ZIP file about one entry. */
export interface ZipEntry {
  name: string;
  /** CRC-32 and length of the content. */
  crc: number;
  bytes: number;
  /** Length of what is stored. */
  stored: number;
  deflated: boolean;
}

/** 1980-01-01 00:00, in the local fields of the format: no time zone, no clock. */
const epoch = 0x0021_0000;
/** Names are UTF-8. */
const flags = 0x0800;
/** From here on a field says "see the 64-bit one". */
const whole = 0xffff_ffff;

/** The record before an entry's content. @throws where the content does not fit into 32 bits */
export function localRecord(entry: ZipEntry): Uint8Array {
  if (Math.max(entry.bytes, entry.stored) >= whole)
    throw new Error(`${entry.name} has ${entry.bytes} bytes: the offline edition takes files below 4 GiB.`);
  const name = Buffer.from(entry.name);
  const record = Buffer.alloc(30 + name.length);
  record.writeUInt32LE(0x04034b50, 0);
  writeFacts(record, 4, entry, 20);
  record.writeUInt16LE(name.length, 26);
  name.copy(record, 30);
  return record;
}

/** The record of an entry in the directory at the end. @param offset of its local record */
export function directoryRecord(entry: ZipEntry, offset: number): Uint8Array {
  const name = Buffer.from(entry.name);
  const far = offset >= whole;
  const record = Buffer.alloc(46 + name.length + (far ? 12 : 0));
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(far ? 45 : 20, 4);
  writeFacts(record, 6, entry, far ? 45 : 20);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(far ? 12 : 0, 30);
  record.writeUInt32LE(far ? whole : offset, 42);
  name.copy(record, 46);
  if (far) {
    record.writeUInt16LE(1, 46 + name.length);
    record.writeUInt16LE(8, 48 + name.length);
    record.writeBigUInt64LE(BigInt(offset), 50 + name.length);
  }
  return record;
}

/** What ends the file; with the 64-bit records (Zip64) where there are many entries or many bytes. */
export function endRecords(entries: number, offset: number, length: number): Uint8Array {
  const long = entries >= 0xffff || offset >= whole || length >= whole;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(long ? 0xffff : entries, 8);
  end.writeUInt16LE(long ? 0xffff : entries, 10);
  end.writeUInt32LE(long ? whole : length, 12);
  end.writeUInt32LE(long ? whole : offset, 16);
  if (!long) return end;
  const far = Buffer.alloc(56 + 20);
  far.writeUInt32LE(0x06064b50, 0);
  far.writeBigUInt64LE(44n, 4);
  far.writeUInt16LE(45, 12);
  far.writeUInt16LE(45, 14);
  far.writeBigUInt64LE(BigInt(entries), 24);
  far.writeBigUInt64LE(BigInt(entries), 32);
  far.writeBigUInt64LE(BigInt(length), 40);
  far.writeBigUInt64LE(BigInt(offset), 48);
  far.writeUInt32LE(0x07064b50, 56);
  far.writeBigUInt64LE(BigInt(offset + length), 64);
  far.writeUInt32LE(1, 72);
  return Buffer.concat([far, end]);
}

/** The fields that both records have: version, flags, method, time, checksum, lengths. */
function writeFacts(record: Buffer, at: number, entry: ZipEntry, version: number): void {
  record.writeUInt16LE(version, at);
  record.writeUInt16LE(flags, at + 2);
  record.writeUInt16LE(entry.deflated ? 8 : 0, at + 4);
  record.writeUInt32LE(epoch, at + 6);
  record.writeUInt32LE(entry.crc, at + 10);
  record.writeUInt32LE(entry.stored, at + 14);
  record.writeUInt32LE(entry.bytes, at + 18);
}
