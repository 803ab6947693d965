import { formatShare, formatWan } from './format-money.ts';

/** How much the first of two is above or below the second, in 万元, exact; from ten times on as a multiple. */
export function differenceOf(amounts: (number | undefined)[]): string {
  const [a, b] = amounts;
  if (amounts.length !== 2 || a === undefined || b === undefined) return '';
  if (a === b) return '相同';
  const amount = `${a > b ? '多' : '少'} ${formatWan(Math.abs(a - b))}`;
  if (b > 0 && a / b >= 10) return `${amount}（是后者的 ${(a / b).toFixed(1)} 倍）`;
  const share = formatShare(Math.abs(a - b), b);
  return share ? `${amount}（${share}）` : amount;
}
