/** Something with a wished middle and a height, to be placed below the one before it. */
export interface Placed {
  wish: number;
  height: number;
}

/**
 * Tops for items in order, as near to their wished middles as they can be without overlap, between 0 and `height`
 * (or beyond its end where the items need more). One pass down, one pass up.
 */
export function spread(items: Placed[], height: number): number[] {
  const tops: number[] = [];
  let y = 0;
  for (const item of items) {
    const top = Math.max(y, item.wish - item.height / 2);
    tops.push(top);
    y = top + item.height;
  }
  let limit = Math.max(
    height,
    items.reduce((sum, item) => sum + item.height, 0),
  );
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const top = Math.min(tops[index] ?? 0, limit - (items[index]?.height ?? 0));
    tops[index] = top;
    limit = top;
  }
  return tops;
}
