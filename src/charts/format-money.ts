/** Yuan in one 亿. */
const yi = 100_000_000;

function separate(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Writes an integer of 1 / 10^places units with at least two decimals, without floating point. */
function shift(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const decimals = digits.slice(-places).replace(/0+$/, '').padEnd(2, '0');
  return `${value < 0 ? '−' : ''}${separate(digits.slice(0, -places))}.${decimals}`;
}

/** Whole yuan as 万元, exact, at least two decimals: `312361300` → `31,236.13`. */
export function formatWan(yuan: number): string {
  return shift(yuan, 4);
}

/** Whole yuan as 亿元 rounded to two decimals: `312361300` → `3.12`. */
export function formatYi(yuan: number): string {
  return shift(Math.round(yuan / (yi / 100)), 2);
}

/** An amount inside a sentence: `725.00 万元`, from one 亿 on also that: `31,236.13 万元（3.12 亿元）`. */
export function formatMoney(yuan: number): string {
  const wan = `${formatWan(yuan)} 万元`;
  return Math.abs(yuan) >= yi ? `${wan}（${formatYi(yuan)} 亿元）` : wan;
}

/**
 * Part of a whole in percent with two decimals, as texts and tables have it; small parts are not rounded to nothing.
 * `''` without a whole, and where the part is greater than it: then the two do not belong together.
 */
export function formatShare(part: number, whole: number): string {
  if (whole <= 0) return '';
  const share = part / whole;
  if (Math.abs(share) > 1.0005) return '';
  if (part > 0 && share < 0.00005) return '<0.01%';
  if (part < whole && share > 0.99995) return '>99.99%';
  return `${(share * 100).toFixed(2).replace('-', '−')}%`;
}

/** `，占 84.21%`, or `''` where there is no share to tell. */
export function shareClause(part: number, whole: number): string {
  const share = formatShare(part, whole);
  return share === '' || part === whole ? '' : `，占 ${share}`;
}

/** How a chart writes the amounts beside its marks, decided once for all of them by the largest. */
export interface AmountFormat {
  /** `万元` or `亿元`. */
  unit: string;
  write: (yuan: number) => string;
}

/**
 * 万元 below `from` 亿, 亿元 from there on (small amounts then keep four decimals, which is 万元).
 *
 * @param largest whole yuan of the largest amount
 * @param from in 亿
 */
export function amountFormatFor(largest: number, from = 100): AmountFormat {
  if (Math.abs(largest) < from * yi) return { unit: '万元', write: formatWan };
  return { unit: '亿元', write: writeYi };
}

/** Below one 亿 with four decimals; what they round to nothing is said to be less than that. */
function writeYi(yuan: number): string {
  if (yuan === 0 || Math.abs(yuan) >= yi) return formatYi(yuan);
  const tenThousands = Math.round(yuan / 10_000);
  return tenThousands === 0 ? `${yuan < 0 ? '−' : ''}<0.0001` : shift(tenThousands, 4);
}
