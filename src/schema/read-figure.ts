import type { Figure, MoneyUnit, ReadFigure } from './figure.ts';

/** Decimal places a unit leaves above one yuan, and so the digits that a printed amount is shifted by. */
const shift: Record<MoneyUnit, number> = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };

const amount = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
/** Brackets mean a negative amount in accounting; around one or two digits they may number a column or a note. */
const bracketed = /^\((?!\d{1,2}\))([\d,.]+)\)$/;
/** Full-width and small forms. Raised or circled digits mark a note: they are no digits of the amount. */
const wideForms = /[\uFF01-\uFF5E\uFE50-\uFE6B]/g;

/**
 * Reads one printed amount into whole yuan by digit shifting, without floating point. What is printed finer than that
 * (角分, 万元 with more than four decimals) is rounded half away from zero.
 *
 * Accepts half- and full-width digits, `,` `，` `.` `．`, inner blanks, a leading minus, and brackets for a negative
 * amount: `(3.20)` is −3.20. Blank text, and a dash that stands for "nothing", is no figure: `null`. Anything else that
 * is not an amount, and an amount beyond the safe integers, come back undecided.
 *
 * @param printed text of one cell
 * @param unit unit of the table or form, 元 or 万元
 */
export function readFigure(printed: string, unit: MoneyUnit): Figure | null {
  const text = printed.trim();
  const plain = plainOf(text);
  if (plain === '' || /^[-—–―/\\]+$/.test(plain)) return null;
  const digits = digitsOf(plain, unit);
  if (!digits) return { printed: text, undecided: '无法识别为金额' };
  const yuan = Number(digits.yuan) + (digits.rest >= '5' ? 1 : 0);
  if (!Number.isSafeInteger(yuan)) return { printed: text, undecided: '金额超出可精确表示的范围' };
  return { printed: text, yuan: digits.negative && yuan !== 0 ? -yuan : yuan };
}

/**
 * What rounding to whole yuan took from an amount, in yuan, from -0.5 to 0.5: 0.37 for `80.37` 元. 0 where it is
 * printed in whole yuan, or does not have the value that its print says.
 */
export function roundedOff(figure: ReadFigure, unit: MoneyUnit): number {
  const digits = digitsOf(plainOf(figure.printed), unit);
  if (!digits || !/[1-9]/.test(digits.rest)) return 0;
  const fraction = Number(`0.${digits.rest}`);
  const rest = fraction < 0.5 ? fraction : fraction - 1;
  const read = readFigure(figure.printed, unit);
  if (!read || !('yuan' in read) || read.yuan !== figure.yuan) return 0;
  return digits.negative ? -rest : rest;
}

function plainOf(text: string): string {
  return text.replace(wideForms, (sign) => sign.normalize('NFKC')).replace(/\s+/g, '');
}

/** Digits of an amount down to the yuan, and those below it. */
function digitsOf(plain: string, unit: MoneyUnit): { negative: boolean; yuan: string; rest: string } | null {
  const match = amount.exec(plain.replace(bracketed, '-$1'));
  if (!match) return null;
  const [, sign, whole, decimals = ''] = match as unknown as [string, string, string, string?];
  const places = shift[unit];
  return {
    negative: sign !== '',
    yuan: whole.replaceAll(',', '') + decimals.slice(0, places).padEnd(places, '0'),
    rest: decimals.slice(places),
  };
}
