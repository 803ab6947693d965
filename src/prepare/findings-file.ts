import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CheckFinding } from '../schema/finding.ts';
import { type PackedFindings, packFindings, unpackFindings } from './pack-findings.ts';

interface KeptFindings extends PackedFindings {
  version: string;
}

const fileOf = (cache: string, id: string) => join(cache, 'findings', `${id}.json`);

/** Keeps what the checks found in a disclosure, for its pages. */
export function writeFindings(cache: string, id: string, version: string, findings: CheckFinding[]): void {
  const path = fileOf(cache, id);
  mkdirSync(dirname(path), { recursive: true });
  // Not by way of a temporary file, which costs as much again: one that was cut off is not read.
  writeFileSync(path, JSON.stringify({ version, ...packFindings(findings) } satisfies KeptFindings));
}

/** What the checks found in this version of a disclosure; undefined where that is not kept. */
export function readFindings(cache: string, id: string, version: string): CheckFinding[] | undefined {
  try {
    const kept = JSON.parse(readFileSync(fileOf(cache, id), 'utf8')) as KeptFindings;
    return kept.version === version ? unpackFindings(kept) : undefined;
  } catch {
    return undefined; // not there, or cut off by a killed run
  }
}
