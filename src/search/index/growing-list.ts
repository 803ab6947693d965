/** A list of 32-bit numbers that grows. */
export class GrowingList {
  values = new Int32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }

  /** What was pushed so far; a view, valid until the next push. */
  filled(): Int32Array {
    return this.values.subarray(0, this.length);
  }
}

/**
 * Sorts the indices of `keys` by key, equals in their order.
 *
 * @param count one more than the greatest key
 * @returns the sorted indices, and for each key where its indices begin (one more at the end)
 */
export function sortByKey(keys: Int32Array, count: number): { order: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const key of keys) (starts[key + 1] as number)++;
  for (let key = 0; key < count; key++) (starts[key + 1] as number) += starts[key] as number;
  const next = starts.slice();
  const order = new Int32Array(keys.length);
  for (let index = 0; index < keys.length; index++) order[(next[keys[index] as number] as number)++] = index;
  return { order, starts };
}
