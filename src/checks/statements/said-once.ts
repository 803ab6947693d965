import type { Statement } from './statement.ts';

/**
 * Whether a statement says by itself what it is of: 甲拨款 9 万元，上年结转 1 万元；乙拨款 5 万元，上年结转 0 万元 says 上年结转 of each,
 * and of neither alone.
 */
export function saidOnce({ what, partOf, amount }: Statement, all: Statement[]): boolean {
  return !all.some(
    (one) => one.amount && one.what === what && one.partOf === partOf && one.amount.yuan !== amount?.yuan,
  );
}
