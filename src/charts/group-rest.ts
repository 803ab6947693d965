/** A list cut down to what can be drawn: the largest items in order, and the rest. */
export interface Grouped<T> {
  shown: T[];
  rest: T[];
}

/**
 * Keeps the `limit` items of the greatest absolute amount, in their own order; the rest becomes one 其他.
 * A rest of one is never made: it would hide a name and save nothing.
 */
export function groupRest<T extends { yuan: number }>(items: T[], limit: number): Grouped<T> {
  if (items.length <= limit + 1) return { shown: items, rest: [] };
  const ranked = items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => Math.abs(b.item.yuan) - Math.abs(a.item.yuan) || a.index - b.index);
  const kept = new Set(ranked.slice(0, limit).map(({ item }) => item));
  return { shown: items.filter((item) => kept.has(item)), rest: items.filter((item) => !kept.has(item)) };
}
