import type { AmountRange, Term } from '../query/read-query.ts';

/** Says how amounts were understood: those that were typed as such, and numbers by which something was found. */
export function sayAmounts(terms: Term[], found: AmountRange[]): string {
  const readings = terms.flatMap(({ source, ranges }) => {
    const plain = source.normalize('NFKC');
    const isNumber = /^[\d.,，．\s]+$/.test(plain);
    // What was meant as 万元 is said in 万元, however small.
    const inYuan = (value: number) => Number(plain.replace(/,|元$/g, '')) === value;
    const yuan = (value: number) =>
      Math.abs(value) >= 1e8
        ? `${value / 1e8}亿元`
        : Math.abs(value) < 1e4 && inYuan(value)
          ? `${value}元`
          : `${value / 1e4}万元`;
    return ranges
      .filter((range) => found.includes(range) || !isNumber)
      .map(([from, to]) => {
        if (from === to) return yuan(from);
        if (to === Number.POSITIVE_INFINITY) return `${yuan(from)}以上`;
        return from === Number.NEGATIVE_INFINITY ? `${yuan(to)}以下` : `${yuan(from)}至${yuan(to)}`;
      });
  });
  return readings.length > 0 ? `（金额按 ${readings.join(' 或 ')} 查找）` : '';
}
