import { readFigure } from '../schema/read-figure.ts';
import type { RowAmount } from './search-page.ts';

const amount = /(\d[\d,，.]*)\s*(万元|亿元|元)/g;

/** Amounts that running text names with their unit: `共4,762.92万元`. */
export function readProseAmounts(text: string): RowAmount[] {
  // No other character is 元 after NFKC.
  if (!text.includes('元')) return [];
  return [...text.normalize('NFKC').matchAll(amount)].flatMap(([printed, digits = '', unit]) => {
    const figure = readFigure(digits, unit as '万元' | '亿元' | '元');
    return figure && 'yuan' in figure && figure.yuan !== 0
      ? [{ column: '', printed, yuan: figure.yuan }]
      : [];
  });
}
