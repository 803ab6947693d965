import { tokenTexts } from '../tokenize.ts';

/**
 * Writes text as the words that Pagefind indexes and is asked for: each Chinese character and sign one, each number one.
 * So it finds any phrase exactly, in every browser alike.
 */
export function pagefindWords(text: string): string {
  return tokenTexts(text).map(wordOf).join(' ');
}

/** Stands between cells, so that no phrase matches across them. */
export const cellBorder = 'zzborderzz';

/**
 * Pagefind drops most signs, and reads a number with its point as two words; both would make phrases match that are not
 * there. So they go in as letters that no text has.
 */
export function wordOf(token: string): string {
  if (/^(?:[0-9a-z]+|[\u3400-\u9fff])$/.test(token)) return token;
  return `zz${[...token].map((sign) => (/[0-9a-z]/.test(sign) ? sign : (sign.codePointAt(0) ?? 0).toString(16))).join('')}zz`;
}
