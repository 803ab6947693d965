import { ByteReader, ByteWriter } from './byte-writer.ts';

/** Size that a file of keys and lists grows to before the next begins, undeflated. */
const blockSize = 6 * 1024;

export interface KeyBlock {
  first: string;
  bytes: Uint8Array;
}

/** Writes sorted keys with their lists into blocks of similar size; a long list has a block to itself. */
export function writeKeyBlocks(lists: [key: string, list: Uint8Array][]): KeyBlock[] {
  const blocks: KeyBlock[] = [];
  let from = 0;
  let size = 0;
  const close = (to: number) => {
    if (to > from) blocks.push(writeBlock(lists.slice(from, to)));
    from = to;
    size = 0;
  };
  lists.forEach(([key, list], index) => {
    if (list.length > blockSize) close(index);
    size += key.length + list.length + 4;
    if (size > blockSize) close(index + 1);
  });
  close(lists.length);
  return blocks;
}

function writeBlock(lists: [string, Uint8Array][]): KeyBlock {
  const writer = new ByteWriter(blockSize);
  const keys = new TextEncoder().encode(lists.map(([key]) => key).join('\n'));
  writer.varint(keys.length);
  writer.bytes(keys);
  for (const [, list] of lists) writer.varint(list.length);
  for (const [, list] of lists) writer.bytes(list);
  return { first: lists[0]?.[0] ?? '', bytes: writer.written() };
}

/** Reads one block: its keys in order with their lists. */
export function readKeyBlock(bytes: Uint8Array): Map<string, Uint8Array> {
  const reader = new ByteReader(bytes);
  const keys = new TextDecoder().decode(reader.take(reader.varint())).split('\n');
  const lengths = keys.map(() => reader.varint());
  return new Map(keys.map((key, index) => [key, reader.take(lengths[index] ?? 0)]));
}
