import type { Figure, MoneyUnit } from './figure.ts';

/** Decimal places a unit leaves above one yuan, and so the digits that a printed amount is shifted by. */
const shift: Record<MoneyUnit, number> = { 元: 0, 万元: 4, 亿元: 8 };

const amount = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
/** Brackets mean a negative amount in accounting; around one or two digits they may number a column or a note. */
const bracketed = /^\((?!\d{1,2}\))([\d,.]+)\)$/;
/** Full-width and small forms. Raised or circled digits mark a note: they are no digits of the amount. */
const wideForms = /[\uFF01-\uFF5E\uFE50-\uFE6B]/g;

/**
 * Reads one printed amount into whole yuan by digit shifting, without floating point.
 *
 * Accepts half- and full-width digits, `,` `，` `.` `．`, inner blanks, a leading minus, and brackets for a negative
 * amount: `(3.20)` is −3.20.
 * Blank text, and a dash that stands for "nothing", is no figure: `null`. Anything else that is not an
 * amount, a fraction of a yuan, and an amount beyond the safe integers come back undecided.
 *
 * @param printed text of one cell
 * @param unit unit of the table or form, 元 or 万元
 */
export function readFigure(printed: string, unit: MoneyUnit): Figure | null {
  const text = printed.trim();
  const plain = text.replace(wideForms, (sign) => sign.normalize('NFKC')).replace(/\s+/g, '');
  if (plain === '' || /^[-—–―/\\]+$/.test(plain)) return null;
  const match = amount.exec(plain.replace(bracketed, '-$1'));
  if (!match) return { printed: text, undecided: '无法识别为金额' };
  const [, sign, whole, decimals = ''] = match as unknown as [string, string, string, string?];
  const places = shift[unit];
  const kept = decimals.slice(0, places).padEnd(places, '0');
  const dropped = decimals.slice(places);
  if (/[1-9]/.test(dropped)) return { printed: text, undecided: '金额不足一元，无法取整' };
  const yuan = Number(whole.replaceAll(',', '') + kept);
  if (!Number.isSafeInteger(yuan)) return { printed: text, undecided: '金额超出可精确表示的范围' };
  return { printed: text, yuan: sign && yuan !== 0 ? -yuan : yuan };
}
