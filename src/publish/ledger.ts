import { hash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** What is known of a file without opening it: SHA-256 in hex, bytes. */
export type FileFacts = readonly [sha256: string, bytes: number];

/**
 * The files of a built site by their paths, relative to it with `/`.
 *
 * It tells what stands there and what a publication changed, so that nothing has to be listed, compared or hashed again:
 * an archive of thousands has a hundred thousand files.
 */
export type Ledger = ReadonlyMap<string, FileFacts>;

/** Path, SHA-256, bytes of one file after the other: read and written three times as fast as an object a file. */
type Packed = (string | number)[];

function unpack(packed: Packed): Ledger {
  const ledger = new Map<string, FileFacts>();
  for (let i = 0; i < packed.length; i += 3)
    ledger.set(packed[i] as string, [packed[i + 1] as string, packed[i + 2] as number]);
  return ledger;
}

/** Facts of some bytes. */
export function factsOf(bytes: Uint8Array): FileFacts {
  return [hash('sha256', bytes, 'hex'), bytes.length];
}

/** Facts of a file of a site. @throws where it is missing */
export async function readFacts(folder: string, path: string): Promise<FileFacts> {
  return factsOf(await readFile(join(folder, path)));
}

/**
 * The ledger of a folder that holds a built site; empty where none is known.
 *
 * It stands beside the folder, is forgotten before anything in the folder changes and written when all is done.
 */
export async function readLedger(folder: string): Promise<Ledger> {
  try {
    return unpack(JSON.parse(await readFile(ledgerOf(folder), 'utf8')));
  } catch {
    return new Map(); // not there, or cut off: everything is made anew
  }
}

export async function writeLedger(folder: string, ledger: Ledger): Promise<void> {
  const packed: Packed = [];
  for (const [path, [sha256, bytes]] of ledger) packed.push(path, sha256, bytes);
  await writeFileAtomic(ledgerOf(folder), JSON.stringify(packed), { fsync: false });
}

export async function forgetLedger(folder: string): Promise<void> {
  await rm(ledgerOf(folder), { force: true });
}

/** Path of a folder's ledger. */
export function ledgerOf(folder: string): string {
  return `${folder}.files.json`;
}

/** Paths that were added, changed or removed between two ledgers, sorted. */
export function differingPaths(before: Ledger, after: Ledger): string[] {
  const changed = [...after].filter(([path, [sha256]]) => before.get(path)?.[0] !== sha256);
  const removed = [...before.keys()].filter((path) => !after.has(path));
  return [...changed.map(([path]) => path), ...removed].sort();
}
