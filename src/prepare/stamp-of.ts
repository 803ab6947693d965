import { keyOf } from '../key-of.ts';
import type { Ledger } from '../publish/ledger.ts';

/** Digest of some files as a ledger knows them; `''` where it does not know all of them. */
export function stampOf(files: readonly string[], ledger: Ledger): string {
  const known: string[] = [];
  for (const path of files) {
    const facts = ledger.get(path);
    if (!facts) return '';
    known.push(path, facts[0]);
  }
  return keyOf(...known);
}
