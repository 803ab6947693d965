import { tokenTexts } from '../tokenize.ts';

/** Amounts in whole yuan, both ends included; an open end is ±Infinity. */
export type AmountRange = [from: number, to: number];

/** One thing that must be there. */
export interface Term {
  /** As the reader typed it. */
  source: string;
  /** What stands in the text, one after the other; empty where only amounts are asked for. */
  tokens: string[];
  /** Amounts that count as found, beside the text. */
  ranges: AmountRange[];
}

/** Yuan of one unit; `万` and `万元` are the same. */
const units: Record<string, number> = {
  元: 1,
  万: 1e4,
  万元: 1e4,
  亿: 1e8,
  亿元: 1e8,
  千万: 1e7,
  千万元: 1e7,
};
const digits = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const unit = '千万元|千万|万元|万|亿元|亿|元';
const single = new RegExp(`^(${digits})(${unit})?$`);
const range = new RegExp(`^(${digits})(${unit})?(?:\\.{2,}|~|至)(${digits})(${unit})?$`);
const bound = new RegExp(`^(>=|<=|>|<|≥|≤|=)(${digits})(${unit})?$`);

/**
 * Reads what was typed: blanks part terms, quotation marks hold one together.
 *
 * A document number is one term however it is typed (`某财综2031 43号`, `【2031】43号`). A number is also an amount, in 元
 * and in 万元 where it names no unit; `1000..2000万元`, `>=1亿` are amounts only (without unit: 万元).
 */
export function readQuery(typed: string): Term[] {
  return splitTerms(typed).flatMap((source) => {
    const plain = source.normalize('NFKC').replace(/\s+/g, '');
    const between = readRange(plain);
    // `≥98万元` may also stand so in the text; `>=` and `..` are only ways to ask.
    if (between)
      return [{ source, tokens: /^[≥≤]/.test(plain) ? tokenTexts(source) : [], ranges: [between] }];
    const tokens = tokenTexts(source);
    return tokens.length > 0 ? [{ source, tokens, ranges: readAmounts(plain) }] : [];
  });
}

/** Whether the term is a lone word of letters and digits, which also finds what begins with it. */
export function isPrefix({ tokens }: Term): boolean {
  const [token = ''] = tokens;
  if (tokens.length !== 1 || !/^[a-z0-9]+$/.test(token)) return false;
  return /[a-z]/.test(token) ? token.length >= 2 : token.length >= 3;
}

function splitTerms(typed: string): string[] {
  const held = typed
    // A pair of quotation marks with a blank inside is a phrase.
    .replace(/["“”「]([^"“”「」]*\s[^"“”「」]*)["“”」]/g, hold)
    // 2031 43号, 〔2031〕 43 号
    .replace(/(?:19|20)\d{2}\s*[〕】\])）]?\s*第?\s*\d+\s*号/g, hold)
    .replace(/\S\s+[〔【[(（](?:19|20)\d{2}[〕】\])）]/g, hold)
    // 4762.92 万元, >= 1亿
    .replace(new RegExp(`(\\d)\\s+(${unit})(?=\\s|$)`, 'g'), '$1$2')
    .replace(/([<>≥≤]=?)\s+(?=\d)/g, '$1');
  return held.split(/[ \t\r\n\u3000]+/).filter(Boolean);
}

/** Keeps the blanks of a passage from parting terms. */
function hold(passage: string): string {
  return passage.replace(/\s+/g, '\u00a0');
}

/** What a bare number may mean as an amount. */
function readAmounts(plain: string): AmountRange[] {
  const [, number, name] = single.exec(plain) ?? [];
  if (!number) return [];
  const scales = name ? [units[name] ?? 1] : [1, 1e4];
  return scales.flatMap((scale): AmountRange[] => {
    const yuan = scaled(number, scale);
    return Number.isSafeInteger(yuan) && yuan !== 0 ? [[yuan, yuan]] : [];
  });
}

function readRange(plain: string): AmountRange | null {
  const between = range.exec(plain);
  if (between) {
    const [, low = '', lowUnit, high = '', highUnit] = between;
    const from = scaled(low, units[lowUnit ?? highUnit ?? '万元'] ?? 1);
    const to = scaled(high, units[highUnit ?? lowUnit ?? '万元'] ?? 1);
    return from <= to ? [from, to] : [to, from];
  }
  const [, sign, number, name] = bound.exec(plain) ?? [];
  if (!sign || !number) return null;
  const yuan = scaled(number, units[name ?? '万元'] ?? 1);
  if (sign === '=') return [yuan, yuan];
  if (sign === '>') return [yuan + 1, Number.POSITIVE_INFINITY];
  if (sign === '<') return [Number.NEGATIVE_INFINITY, yuan - 1];
  return sign === '>=' || sign === '≥' ? [yuan, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, yuan];
}

/** Multiplies without losing digits: 4762.92 × 10,000 is 47629200; a fraction of a yuan stays one. */
function scaled(number: string, scale: number): number {
  const [whole = '', decimals = ''] = number.replaceAll(',', '').split('.');
  return (Number(whole + decimals) * scale) / 10 ** decimals.length;
}
