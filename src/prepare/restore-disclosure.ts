import type { FileFacts } from '../publish/ledger.ts';
import { readMade } from './made.ts';
import { writeFiles } from './write-files.ts';

/** A disclosure whose files the site lost; plain data, for another thread. */
export interface RestoreTask {
  cache: string;
  dist: string;
  id: string;
  /** Under which what was made of it is kept. */
  version: string;
}

/** Writes the files of a disclosure again as they were made, and tells their facts. */
export default function restoreDisclosure({
  cache,
  dist,
  id,
  version,
}: RestoreTask): [path: string, facts: FileFacts][] {
  const files = [...readMade(cache, id, version).files];
  writeFiles(
    dist,
    files.map(([path, { bytes }]) => [path, bytes]),
  );
  return files.map(([path, { facts }]) => [path, facts]);
}
