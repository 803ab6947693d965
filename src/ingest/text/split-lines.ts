import type { SourceLine } from '../source-line.ts';

/** Splits a text into numbered lines; `\r\n` and `\r` end a line too, and a last line without newline counts. */
export function splitLines(text: string): SourceLine[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({ text: line, line: index + 1 }));
}
