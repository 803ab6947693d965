import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CheckFinding } from '../schema/finding.ts';

interface KeptFindings {
  version: string;
  findings: CheckFinding[];
}

const fileOf = (cache: string, id: string) => join(cache, 'findings', `${id}.json`);

/** Keeps what the checks found in a disclosure, for its pages. */
export function writeFindings(cache: string, id: string, version: string, findings: CheckFinding[]): void {
  const path = fileOf(cache, id);
  mkdirSync(dirname(path), { recursive: true });
  // Not by way of a temporary file, which costs as much again: one that was cut off is not read.
  writeFileSync(path, JSON.stringify({ version, findings } satisfies KeptFindings));
}

/** What the checks found in this version of a disclosure; undefined where that is not kept. */
export function readFindings(cache: string, id: string, version: string): CheckFinding[] | undefined {
  try {
    const kept = JSON.parse(readFileSync(fileOf(cache, id), 'utf8')) as KeptFindings;
    return kept.version === version ? kept.findings : undefined;
  } catch {
    return undefined; // not there, or cut off by a killed run
  }
}
