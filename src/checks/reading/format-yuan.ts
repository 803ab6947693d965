/** Whole yuan as 万元 with two decimals, or as many as the amount needs: `31236.13`, `8.5152`. */
export function formatWan(yuan: number): string {
  const amount = Math.abs(yuan);
  const whole = Math.floor(amount / 10_000);
  const rest = amount % 10_000;
  const decimals =
    rest % 100 === 0 ? String(rest / 100).padStart(2, '0') : String(rest).padStart(4, '0').replace(/0$/, '');
  return `${yuan < 0 ? '-' : ''}${whole}.${decimals}`;
}
