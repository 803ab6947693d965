import { ByteWriter } from './byte-writer.ts';
import { GrowingList, sortByKey } from './growing-list.ts';
import type { Segment } from './segment.ts';

/** Amounts in one file. */
const amountsPerFile = 1024;

/** One file of amounts in order, each with its row. */
export interface AmountsFile {
  first: number;
  bytes: Uint8Array;
}

/** Writes every amount of some pages with its row, in order. */
export function writeAmounts(segments: Segment[]): AmountsFile[] {
  const distinct = new Set<number>();
  for (const { amounts } of segments)
    for (let at = 0; at < amounts.length; at += 2) distinct.add(amounts[at] as number);
  const values = Float64Array.from(distinct).sort();
  const numbers = new Map<number, number>();
  values.forEach((yuan, number) => {
    numbers.set(yuan, number);
  });
  const keys = new GrowingList();
  const rows = new GrowingList();
  let firstRow = 0;
  for (const { amounts, rows: all } of segments) {
    for (let at = 0; at < amounts.length; at += 2) {
      keys.push(numbers.get(amounts[at] as number) as number);
      rows.push(firstRow + (amounts[at + 1] as number));
    }
    firstRow += all.length;
  }
  const { order } = sortByKey(keys.values.subarray(0, keys.length), values.length);
  const files: AmountsFile[] = [];
  for (let from = 0; from < order.length; from += amountsPerFile) {
    const writer = new ByteWriter(amountsPerFile * 4);
    const yuanAt = (at: number) => values[keys.values[order[at] as number] as number] as number;
    const first = yuanAt(from);
    let before = first;
    for (let at = from; at < Math.min(from + amountsPerFile, order.length); at++) {
      writer.varint(yuanAt(at) - before);
      writer.varint(rows.values[order[at] as number] as number);
      before = yuanAt(at);
    }
    files.push({ first, bytes: writer.written() });
  }
  return files;
}
