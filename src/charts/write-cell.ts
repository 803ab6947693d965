import type { ChartColumn } from './chart.ts';
import { formatWan } from './format-money.ts';

/** Writes one cell for readers: money in 万元, shares in percent, `—` where nothing is printed. */
export function writeCell(cell: string | number | null, kind: ChartColumn['kind']): string {
  if (cell === null) return '—';
  if (typeof cell === 'string') return cell;
  if (kind === 'money') return formatWan(cell);
  if (kind === 'share') return `${(cell * 100).toFixed(2).replace('-', '−')}%`;
  return String(cell);
}
