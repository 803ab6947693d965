/** A code of four levels at most: `A`, `A15`, `A1502`, `A150201`. */
export const wholeCode = /^[A-Z](?:\d\d){0,3}$/;

/** Level of a code by its length: `A` 1, `A15` 2, `A1502` 3, `A150201` 4. Odd lengths count as the next level. */
export function levelOf(code: string): number {
  return Math.min(4, Math.max(1, 1 + Math.ceil((code.length - 1) / 2)));
}

/** Code one level up, `''` above level 1. */
export function parentOf(code: string): string {
  return code.length <= 1 ? '' : code.length <= 3 ? code.slice(0, 1) : code.slice(0, code.length - 2);
}

/** The code itself or the nearest one above it that is printed in the department, `''` if there is none. */
export function nearestPrinted(code: string, codes: ReadonlySet<string>): string {
  let above = code;
  while (above !== '' && !codes.has(above)) above = parentOf(above);
  return above;
}
