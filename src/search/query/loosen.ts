import type { Term } from './read-query.ts';

/** Shortest part of a phrase that still says something. */
const shortest = 2;

/** A code that has others above it: their beginnings. */
const code = /^(?:[a-z]\d{3,}|\d{5,})$/;

/**
 * Lists the parts of a phrase, the longest first: what to look for when the whole is not there. Of a code, those above it.
 *
 * @returns for each length the parts of that length
 */
export function loosen({ source, tokens }: Term): Term[][] {
  const [token = ''] = tokens;
  if (tokens.length === 1 && code.test(token)) {
    const above: Term[][] = [];
    for (let length = token.length - 2; length >= 3; length -= 2) {
      const part = token.slice(0, length);
      above.push([{ source: part, tokens: [part], ranges: [] }]);
    }
    return above;
  }
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
