const wan = 10_000;
const yi = 100_000_000;

/** Whole yuan in 万元 with two decimals, as the tables print it: `1,234.50`. Below 0.01 万元 four decimals. */
export function formatWan(yuan: number): string {
  const places = yuan % 100 === 0 ? 2 : 4;
  return group(yuan / wan, places);
}

/** `1,234.50 万元`; from one 亿 on with the short form: `31,236.13 万元（约 3.12 亿元）`. */
export function formatMoney(yuan: number): string {
  return `${formatWan(yuan)} 万元${Math.abs(yuan) >= yi ? `（约 ${formatYi(yuan)}）` : ''}`;
}

/** The form to read aloud: `3.12 亿元`, `739.90 万元`, `3,500 元`. */
export function formatShort(yuan: number): string {
  if (Math.abs(yuan) >= yi) return formatYi(yuan);
  if (Math.abs(yuan) >= wan || yuan === 0) return `${formatWan(yuan)} 万元`;
  return `${group(yuan, 0)} 元`;
}

/** Whole yuan with separators: `47,629,200`. */
export function formatYuan(yuan: number): string {
  return group(yuan, 0);
}

/** A part of a whole in per cent with two decimals; undefined where the whole is not positive. */
export function formatShare(part: number, whole: number): string | undefined {
  return whole > 0 ? `${((part / whole) * 100).toFixed(2)}%` : undefined;
}

/** A count with separators. */
export function formatCount(count: number): string {
  return group(count, 0);
}

function formatYi(yuan: number): string {
  return `${group(yuan / yi, 2)} 亿元`;
}

/** Fixed decimals, a comma every three digits, and a real minus sign. Not `Intl`: its output changes with ICU. */
function group(value: number, places: number): string {
  const [whole = '', decimals] = Math.abs(value).toFixed(places).split('.');
  const sign = value < 0 ? '−' : '';
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals ? `.${decimals}` : ''}`;
}
