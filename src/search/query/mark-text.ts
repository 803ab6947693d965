import { tokenize } from '../tokenize.ts';
import { isPrefix, type Term } from './read-query.ts';

/** A stretch of text, marked or not. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** Finds where terms stand in a text, as UTF-16 ranges in order, joined where they touch. */
export function findMarks(text: string, terms: Term[]): [start: number, end: number][] {
  const tokens = tokenize(text);
  const ranges: [number, number][] = [];
  for (const term of terms) {
    const count = term.tokens.length;
    if (count === 0) continue;
    const prefix = isPrefix(term);
    for (let at = 0; at + count <= tokens.length; at++) {
      const matches = term.tokens.every((wanted, index) => {
        const token = tokens[at + index]?.text ?? '';
        return prefix ? token.startsWith(wanted) : token === wanted;
      });
      if (matches) ranges.push([tokens[at]?.start ?? 0, tokens[at + count - 1]?.end ?? 0]);
    }
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [start, end] of ranges) {
    const before = joined[joined.length - 1];
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/**
 * Cuts a text into marked and plain stretches.
 *
 * @param length shortens a longer text around its first mark to about so many characters
 */
export function markText(text: string, terms: Term[], length = Number.POSITIVE_INFINITY): Segment[] {
  const marks = findMarks(text, terms);
  const first = marks[0]?.[0] ?? 0;
  const from =
    text.length <= length ? 0 : Math.max(0, Math.min(first - Math.floor(length / 4), text.length - length));
  const to = Math.min(text.length, from + length);
  const segments: Segment[] = [];
  const push = (start: number, end: number, marked: boolean) => {
    if (end > start) segments.push({ text: text.slice(start, end), marked });
  };
  let at = from;
  if (from > 0) segments.push({ text: '…', marked: false });
  for (const [start, end] of marks) {
    if (end <= at || start >= to) continue;
    push(at, start, false);
    push(Math.max(start, at), Math.min(end, to), true);
    at = Math.min(end, to);
  }
  push(at, to, false);
  if (to < text.length) segments.push({ text: '…', marked: false });
  return segments;
}
