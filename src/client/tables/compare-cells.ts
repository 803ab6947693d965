const chinese = new Intl.Collator('zh-CN', { numeric: true });

/**
 * Orders the texts of two cells; one that has no value comes last in either direction.
 *
 * @param amounts the column holds printed amounts
 * @param down the largest first
 */
export function compareCells(a: string, b: string, amounts: boolean, down: boolean): number {
  const sign = down ? -1 : 1;
  if (!amounts) return Number(a === '') - Number(b === '') || sign * chinese.compare(a, b);
  const [x, y] = [amountOf(a), amountOf(b)];
  return Number(x === undefined) - Number(y === undefined) || sign * ((x ?? 0) - (y ?? 0));
}

/** A printed amount; undefined where nothing, or nothing that could be read, was printed. */
function amountOf(printed: string): number | undefined {
  const plain = printed.normalize('NFKC').replace(/[,\s]/g, '').replace('−', '-');
  return /^-?\d+(?:\.\d+)?%?$/.test(plain) ? Number.parseFloat(plain) : undefined;
}
