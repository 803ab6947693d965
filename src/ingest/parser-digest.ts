import { readFileSync } from 'node:fs';
import { codeDigest } from '../code-digest.ts';
import { digestOf } from './digest-of.ts';

let digest: string | undefined;

/** Stands for what a text is parsed into: changes with the program text that reads and writes it, and its packages. */
export function parserDigest(): string {
  const packages = new URL('../../package.json', import.meta.url);
  digest ??= digestOf(codeDigest('catalogue', 'ingest', 'record', 'schema') + readFileSync(packages, 'utf8'));
  return digest;
}
