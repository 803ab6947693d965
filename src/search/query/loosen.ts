import type { Term } from './read-query.ts';

/** Shortest part of a phrase that still says something. */
const shortest = 2;

/**
 * Lists the parts of a phrase, the longest first: what to look for when the whole is not there.
 *
 * @returns for each length the parts of that length
 */
export function loosen({ source, tokens }: Term): Term[][] {
  const lengths: Term[][] = [];
  for (let length = tokens.length - 1; length >= Math.max(shortest, Math.ceil(tokens.length / 3)); length--) {
    const parts: Term[] = [];
    for (let at = 0; at + length <= tokens.length; at++) {
      const part = tokens.slice(at, at + length);
      parts.push({ source: part.join(''), tokens: part, ranges: [] });
    }
    lengths.push(parts);
  }
  return source ? lengths : [];
}
