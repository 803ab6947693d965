/** 万元 as checks write it, with at least two decimals; `≤ ` before a limit. Or whole 元. */
const amount = /^(?:≤ )?(-?\d+)(?:\.(\d\d)(\d{0,2})| 元)$/;

/** Whole yuan of what a check expected or found, null where that is no amount. */
export function yuanIn(stated: string | undefined): number | null {
  const match = stated === undefined ? null : amount.exec(stated);
  if (!match) return null;
  const [, whole = '', hundredths, rest = ''] = match;
  // As text, so that -0.05 keeps its sign.
  return Number(hundredths === undefined ? whole : `${whole}${hundredths}${rest.padEnd(2, '0')}`);
}
