/** Whole yuan as 万元 with two decimals, or as many as the amount needs: `31236.13`, `8.5152`. */
export function formatWan(yuan: number): string {
  const digits = Math.abs(yuan).toString().padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0{1,2}$/, '');
  return `${yuan < 0 ? '-' : ''}${digits.slice(0, -4)}.${decimals.padEnd(2, '0')}`;
}
