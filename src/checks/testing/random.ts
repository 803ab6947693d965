/** A seeded generator of numbers (mulberry32), so that every generated example can be made again. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** The next number, 0 ≤ x < 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)] as T;
  }

  /** Cuts a whole amount into parts that add up to it exactly. */
  split(amount: number, parts: number): number[] {
    const cuts = Array.from({ length: parts - 1 }, () => this.int(0, amount)).sort((a, b) => a - b);
    return [...cuts, amount].map((cut, index) => cut - (index === 0 ? 0 : (cuts[index - 1] ?? 0)));
  }
}
