import { matchKey, plain } from './plain.ts';

/** How a heading is numbered: 第一部分 · 一、 · （一） · 1、 · （1） · none. */
export type OrdinalStyle = 'part' | 'chinese' | 'chinese-bracket' | 'arabic' | 'arabic-bracket' | '';

export interface HeadingLine {
  /** Number of `#`, 0 without. */
  marks: number;
  style: OrdinalStyle;
  /** Value of the ordinal, 0 without. */
  ordinal: number;
  /** Ordinal as printed: `（一）`, `''` without. */
  label: string;
  /** Title without marks and ordinal. */
  title: string;
  /** Title as compared: no blanks, quotes, full-width forms. */
  key: string;
}

const digits = '零一二三四五六七八九';

/** Value of a Chinese ordinal up to 99: `二十三` → 23, 0 if it is none. */
export function chineseOrdinal(text: string): number {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return 0;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && !ones ? digits.indexOf(tens) : 0;
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
}

const forms: [OrdinalStyle, RegExp][] = [
  ['part', /^第\s*([一二三四五六七八九十]+)\s*(?:部\s*分|章)[\s、.:：]*/],
  ['chinese', /^([一二三四五六七八九十]+|[二三四五六七八九]?\s*十\s*[一二三四五六七八九]?)\s*[、.．]\s*/],
  ['chinese-bracket', /^[（(]\s*([一二三四五六七八九十]+)\s*[)）][\s、.]*/],
  ['arabic', /^(\d{1,2})\s*(?:[、．]|\.(?!\d))\s*/],
  ['arabic-bracket', /^[（(]\s*(\d{1,2})\s*[)）][\s、.]*/],
];

/** Takes a line apart into heading marks, ordinal and title. Says nothing on whether it is a heading. */
export function readHeading(text: string): HeadingLine {
  const marks = /^[\s>]*(#{1,6})\s/.exec(text)?.[1]?.length ?? 0;
  const bare = plain(text);
  for (const [style, pattern] of forms) {
    const match = pattern.exec(bare);
    if (!match) continue;
    const ordinal = /^\d/.test(match[1] ?? '')
      ? Number(match[1])
      : chineseOrdinal((match[1] ?? '').replace(/\s/g, ''));
    if (ordinal === 0) continue;
    const title = bare.slice(match[0].length).trim();
    return { marks, style, ordinal, label: match[0].trim(), title, key: matchKey(title) };
  }
  return { marks, style: '', ordinal: 0, label: '', title: bare, key: matchKey(bare) };
}

/** Whether the line can stand as a title: short, one cell, no sentence in it. */
export function looksLikeTitle(text: string): boolean {
  const bare = plain(text);
  return (
    bare.length > 0 && bare.length <= 60 && !text.includes('\t') && !/[。；;！？!?]|[，,：:]$/.test(bare)
  );
}
