import { hash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { changeLines, countLines } from './sorted-lines.ts';

/** What is known of a file without opening it: SHA-256 in hex, bytes. */
export type FileFacts = readonly [sha256: string, bytes: number];

/**
 * The files of a built site by their paths, relative to it with `/`.
 *
 * It tells what stands there and what a publication changed, so that nothing has to be listed, compared or hashed again:
 * an archive of thousands has a hundred thousand files.
 */
export type Ledger = ReadonlyMap<string, FileFacts>;

/**
 * Path, SHA-256, bytes of one file after the other, a line each, sorted by their paths: read three times as fast as an
 * object a file.
 */
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

/** Another folder's ledger, from which a new one takes over what did not change. */
export interface LedgerBefore {
  folder: string;
  /** As it was read. */
  ledger: Ledger;
  /** Paths in which the new one differs from it. */
  differing: readonly string[];
}

export async function writeLedger(
  folder: string,
  ledger: Ledger,
  before: LedgerBefore | null = null,
): Promise<void> {
  const kept = before && (await readFile(ledgerOf(before.folder)).then(linesOf, () => null));
  // Written by another version of the program, or lost: then all lines are written.
  const known = kept && countLines(kept) === before?.ledger.size;
  const paths = known ? before.differing : [...ledger.keys()];
  const changes = paths.map((path): [string, string | null] => {
    const facts = ledger.get(path);
    return [path, facts ? `${JSON.stringify(path)},"${facts[0]}",${facts[1]},` : null];
  });
  const lines = changeLines(known ? kept : Buffer.alloc(0), new Map(changes), pathOf);
  const file = Buffer.concat([opening, lines.subarray(0, -2), closing]);
  await writeFileAtomic(ledgerOf(folder), file, { fsync: false });
}

/** Around the lines of a ledger, of which the last one has no comma in the file. */
const [opening, closing] = ['[\n', '\n]\n'].map((text) => Buffer.from(text)) as [Buffer, Buffer];

function linesOf(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(opening.length, -closing.length), Buffer.from(',\n')]);
}

function pathOf(line: string): string {
  return JSON.parse(line.slice(0, line.indexOf('","') + 1));
}

/** Notes that a site is being made in the folder, where a ledger would say what stands there. */
export async function beginLedger(folder: string): Promise<void> {
  await writeFileAtomic(ledgerOf(folder), '[]\n', { fsync: false });
}

/** Whether a site was being made in the folder, and is not known to be done. */
export async function isBegun(folder: string): Promise<boolean> {
  return (await readFile(ledgerOf(folder), 'utf8').catch(() => '')) === '[]\n';
}

export async function forgetLedger(folder: string): Promise<void> {
  await rm(ledgerOf(folder), { force: true });
}

/** Path of a folder's ledger. */
export function ledgerOf(folder: string): string {
  return `${folder}.files.json`;
}

/** Whether a file is as it was: nearly all are, and were not even read again. */
export function isSame(before: FileFacts | undefined, after: FileFacts): boolean {
  return before === after || before?.[0] === after[0];
}

/** Paths that were added, changed or removed between two ledgers, sorted. */
export function differingPaths(before: Ledger, after: Ledger): string[] {
  const differing: string[] = [];
  for (const [path, facts] of after) if (!isSame(before.get(path), facts)) differing.push(path);
  for (const path of before.keys()) if (!after.has(path)) differing.push(path);
  return differing.sort();
}
