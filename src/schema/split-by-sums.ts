/**
 * Parts amounts in printed order into groups, each led by the sum of those right below it, as a department's list has a
 * line a body above that body's projects. Undefined where some amount belongs to no group.
 *
 * @param yuan amounts of the lines, undefined where not read
 * @returns indexes: of each sum, and of what it is the sum of
 */
export function splitBySums(
  yuan: readonly (number | undefined)[],
): { head: number; items: number[] }[] | undefined {
  const groups: { head: number; items: number[] }[] = [];
  for (let head = 0; head < yuan.length; ) {
    const items: number[] = [];
    let added = 0;
    do {
      const next = head + items.length + 1;
      if (next >= yuan.length) return undefined;
      items.push(next);
      added += yuan[next] ?? 0;
    } while (!isSum(added, items.length, yuan[head]));
    groups.push({ head, items });
    head += items.length + 1;
  }
  return groups.length > 0 ? groups : undefined;
}

/** Whether what was added up is a printed sum: each amount, printed in hundredths of 万元, may be off by half of one. */
export function isSum(added: number, count: number, sum: number | undefined): boolean {
  return sum !== undefined && Math.abs(added - sum) <= 50 * (count + 1);
}
