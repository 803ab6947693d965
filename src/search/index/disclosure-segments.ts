import { codeDigest } from '../../code-digest.ts';
import { keyOf } from '../../key-of.ts';
import type { Disclosure } from '../../schema/disclosure.ts';
import { rowsOfDisclosure } from '../rows-of-disclosure.ts';
import { keepSegments } from './kept-segments.ts';

/** Changes with the program that makes segments. */
export function segmentsProgram(): string {
  return codeDigest('search', 'catalogue', 'schema');
}

/** Key of a disclosure's segments. */
export function segmentsKey(program: string, { id, digest }: { id: string; digest: string }): string {
  return keyOf(program, id, digest);
}

/**
 * Makes the segments of a disclosure and keeps them: where it is read anyway, or by the index itself. Whether checks failed
 * is told when segments are joined, because it may change without the disclosure.
 */
export function keepDisclosureSegments(cache: string, key: string, disclosure: Disclosure): void {
  keepSegments(cache, key, [rowsOfDisclosure(disclosure, false)]);
}
