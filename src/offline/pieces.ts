import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { Deflate } from 'fflate';

/** Files of so many bytes and more are stored in pieces. */
export const piecesFrom = 1024 * 1024;

/** Lines of a large file that are compressed by themselves. */
export interface Piece {
  /** Stands for its bytes. */
  id: string;
  /** Length of what is stored. */
  stored: number;
  /** What is stored; null where it is known already. */
  content: Uint8Array | null;
}

/** What ends the pieces of a file: an empty last block. */
export const endOfPieces = Uint8Array.of(3, 0);

const least = 16 * 1024;
const most = 512 * 1024;

/**
 * Compresses a large file in pieces that do not depend on each other: put one behind the other they are the compressed
 * file. Where a piece ends follows from the line that ends it, so that a line more changes one piece, and the tables of
 * the whole archive need not be compressed again for each publication.
 *
 * @param known pieces that are compressed already, by id, with the length of what is stored
 */
export function deflatePieces(bytes: Uint8Array, known: ReadonlyMap<string, number>): Piece[] {
  return [...cut(bytes)].map((piece) => {
    const id = createHash('sha256').update(piece).digest('base64url').slice(0, 16);
    const stored = known.get(id);
    if (stored !== undefined) return { id, stored, content: null };
    const content = deflatePiece(piece);
    return { id, stored: content.length, content };
  });
}

/** Parts of some bytes, cut behind lines. */
function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let from = least; ; ) {
    const end = bytes.indexOf(10, from) + 1;
    if (end === 0) break;
    from = end;
    if (end - start < most && !isCut(bytes, end)) continue;
    yield bytes.subarray(start, end);
    start = end;
    from = end + least;
  }
  if (start < bytes.length) yield bytes.subarray(start);
}

/** Whether a piece ends behind a line: one line in 256 or so, told by its last characters (FNV-1a). */
function isCut(bytes: Uint8Array, end: number): boolean {
  let hash = 0x811c9dc5;
  for (let index = end - 16; index < end; index++)
    hash = Math.imul(hash ^ (bytes[index] as number), 0x01000193) >>> 0;
  return hash >>> 24 === 0;
}

/**
 * A piece as a stream that another may follow.
 *
 * fflate 0.8.3 ends a stream at a byte wrongly where six bits of the last one are used, or where text waits: so all text
 * is flushed first, a flush more moves the end on by two bits, and what comes out is read back.
 */
function deflatePiece(bytes: Uint8Array): Uint8Array {
  for (const flushes of [1, 2]) {
    const parts: Uint8Array[] = [];
    const stream = new Deflate({ level: 5 }, (part) => parts.push(part.slice()));
    stream.push(bytes);
    for (let flush = 0; flush < flushes; flush++) stream.flush();
    stream.flush(true);
    const content = Buffer.concat(parts);
    if (inflatesTo(content, bytes)) return content;
  }
  throw new Error('A piece of a large file could not be compressed.');
}

function inflatesTo(content: Uint8Array, bytes: Uint8Array): boolean {
  try {
    return inflateRawSync(Buffer.concat([content, endOfPieces])).equals(bytes);
  } catch {
    return false;
  }
}
