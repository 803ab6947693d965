import { simplified, traditional } from './traditional.ts';

/** The smallest thing that is found: one Chinese character or sign, one number, one Latin word or code. */
export interface Token {
  /** Folded: NFKC, lower case, simplified, no thousands separators. */
  text: string;
  /** UTF-16 offsets in the text it was read from, end exclusive. */
  start: number;
  end: number;
}

/** Brackets and quotes, after NFKC: `晋财综〔2023〕43号` is found however its brackets were typed, or without them. */
const ignored = new Set('〔〕【】[]()“”‘’《》〈〉「」『』<>"\'`´\u200b\u200c\u200d\u2060\ufeff\u00ad');
const blank = /^\s$/;
const alphanumeric = /^[0-9a-z]$/;
/** A number with its separators, at the start of a run of digits. */
const number = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;

const simplify = new Map(
  [...traditional].map((character, index) => [character, simplified[index] as string]),
);
const folded = new Map<string, string>();

/**
 * Reads text into tokens, the same way for what is indexed and for what is searched.
 *
 * Full-width and half-width, case, traditional and simplified, brackets, quotes and blanks make no difference.
 * A number is one token with its decimals (`4,762.92` → `4762.92`), so that it finds itself and not its digits inside
 * another; so is a code (`A180701` → `a180701`).
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let run = '';
  let starts: number[] = [];
  let index = 0;
  const flush = (end: number) => {
    if (run) readRun(run, [...starts, end], tokens);
    run = '';
    starts = [];
  };
  for (const character of text) {
    const start = index;
    index += character.length;
    const code = character.charCodeAt(0);
    if (code >= 0x4e00 && code <= 0x9fff) {
      if (run) flush(start);
      tokens.push({ text: simplify.get(character) ?? character, start, end: index });
      continue;
    }
    const plain = fold(character);
    // Only what is typed as a digit or letter continues a run: ① followed by 2 is not 12.
    const typed = code < 0x80 || (code >= 0xff00 && code <= 0xff5e);
    if (typed && (alphanumeric.test(plain) || (run && (plain === '.' || plain === ',')))) {
      run += plain;
      starts.push(start);
      continue;
    }
    if (run) flush(start);
    for (const part of plain)
      if (!ignored.has(part) && !blank.test(part)) tokens.push({ text: part, start, end: index });
  }
  flush(index);
  return tokens;
}

/** The folded text of each token. */
export function tokenTexts(text: string): string[] {
  return tokenize(text).map((token) => token.text);
}

function fold(character: string): string {
  let plain = folded.get(character);
  if (plain === undefined) {
    const normal = character.normalize('NFKC').toLowerCase();
    plain = simplify.get(normal) ?? normal;
    folded.set(character, plain);
  }
  return plain;
}

/** Splits letters, digits, `.` and `,` that stand together: `3.完善` → `3` `.`, `2022.1.1` → `2022` `.` `1` `.` `1`. */
function readRun(run: string, offsets: number[], tokens: Token[]): void {
  let at = 0;
  const push = (length: number, text = run.slice(at, at + length)) => {
    tokens.push({ text, start: offsets[at] as number, end: offsets[at + length] as number });
    at += length;
  };
  while (at < run.length) {
    const word = /^[0-9a-z]+/.exec(run.slice(at))?.[0] ?? '';
    if (!word) push(1);
    else if (!/^\d+$/.test(word)) push(word.length);
    else {
      number.lastIndex = at;
      const whole = number.exec(run)?.[0] ?? word;
      const follows = run.slice(at + whole.length);
      const isPart = /^(?:\.\d|[a-z])/.test(follows) || /\d\.$/.test(run.slice(0, at));
      if (isPart) push(word.length);
      else push(whole.length, whole.replaceAll(',', ''));
    }
  }
}
