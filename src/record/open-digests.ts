import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Digests of files, known without reading those that were not written since. */
export interface Digests {
  /** Digest of a file's bytes and of the version. */
  of(path: string): string;
  /** Keeps those that were asked for, for the next time. */
  keep(): void;
}

/** Files younger than this, in milliseconds, may be written again without a visible change of their time. */
const young = 2_000;

/**
 * Opens the digests that an earlier run kept, in the manner of git's index: by size and times.
 *
 * @param file of the cache; missing or cut off, all are made anew
 * @param version goes into every digest
 */
export function openDigests(file: string, version: string): Digests {
  const before = readKept(file, version);
  const now: Record<string, [mark: string, digest: string]> = {};
  let fresh = false;
  return { of, keep };

  function of(path: string): string {
    const { size, mtimeNs, ctimeNs, mtimeMs } = statSync(path, { bigint: true });
    const mark = `${size}:${mtimeNs}:${ctimeNs}`;
    const known = before[path];
    if (known?.[0] === mark) {
      now[path] = known;
      return known[1];
    }
    const digest = createHash('sha256').update(readFileSync(path)).update(version).digest('hex').slice(0, 32);
    // What was written just now could be written again within the clock's grain: it is read once more next time.
    if (Date.now() - Number(mtimeMs) > young) {
      now[path] = [mark, digest];
      fresh = true;
    }
    return digest;
  }

  function keep(): void {
    if (!fresh && Object.keys(now).length === Object.keys(before).length) return;
    mkdirSync(dirname(file), { recursive: true });
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify({ version, files: now }));
    renameSync(temporary, file);
  }
}

function readKept(file: string, version: string): Record<string, [string, string]> {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    return kept.version === version ? kept.files : {};
  } catch {
    return {};
  }
}
