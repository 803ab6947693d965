import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { deflatePieces, endOfPieces } from './pieces.ts';

/** A table of the whole archive: rows of many disclosures one below the other. */
const table = (units: number[]) =>
  units
    .map((unit) =>
      Array.from(
        { length: 400 },
        (_, row) => `单位${unit},${row},${(unit * 7919 + row * 104729) % 1_000_003}\r\n`,
      ).join(''),
    )
    .join('');
const units = Array.from({ length: 60 }, (_, index) => index);
const bytes = Buffer.from(table(units));

test('the pieces put together are the compressed file', () => {
  const pieces = deflatePieces(bytes, new Map());
  expect(pieces.length).toBeGreaterThan(5);
  const stored = Buffer.concat([...pieces.map(({ content }) => content as Uint8Array), endOfPieces]);
  expect(inflateRawSync(stored).equals(bytes)).toBe(true);
});

test('rows more, in the middle, change few pieces; the others are not compressed again', () => {
  const before = deflatePieces(bytes, new Map());
  const known = new Map(before.map(({ id, stored }) => [id, stored]));
  const longer = Buffer.from(table([...units.slice(0, 30), 1000, ...units.slice(30)]));
  const pieces = deflatePieces(longer, known);
  const fresh = pieces.filter(({ content }) => content !== null);
  expect(fresh.length).toBeLessThan(6);
  expect(pieces.length).toBeGreaterThan(12);
  expect(deflatePieces(longer, new Map()).map(({ id, stored }) => [id, stored])).toEqual(
    pieces.map(({ id, stored }) => [id, stored]),
  );
});

test('pieces of any length end at a byte', () => {
  for (let length = 17_000; length < 18_000; length += 7) {
    const [piece] = deflatePieces(bytes.subarray(0, length), new Map());
    const stored = Buffer.concat([piece?.content as Uint8Array, endOfPieces]);
    expect(bytes.subarray(0, length).indexOf(inflateRawSync(stored))).toBe(0);
  }
});

test('a file without lines is one piece', () => {
  expect(deflatePieces(Buffer.alloc(3_000_000, 97), new Map())).toHaveLength(1);
});
