import { createHash } from 'node:crypto';
import type { Ledger } from '../publish/ledger.ts';

/** Digest of some files as a ledger knows them; `''` where it does not know all of them. */
export function stampOf(files: readonly string[], ledger: Ledger): string {
  const hash = createHash('sha256');
  for (const path of files) {
    const facts = ledger.get(path);
    if (!facts) return '';
    hash.update(path).update('\0').update(facts[0]).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}
