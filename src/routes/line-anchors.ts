import { rowAnchor } from '../schema/row-anchor.ts';
import type { Side } from '../schema/table.ts';

/**
 * Gives each source line at most one anchor (`L147`) on a page: the first element that shows the line owns it.
 * The same rule, run over the same disclosure, tells the source view which lines lead back.
 */
export class LineAnchors {
  private readonly taken = new Set<number>();
  private readonly halves = new Set<string>();

  /** True for the first caller with this line; who gets it writes `id="L147"`. */
  take(line: number): boolean {
    if (this.taken.has(line)) return false;
    this.taken.add(line);
    return true;
  }

  /**
   * The ids of a row, none that was given before.
   *
   * @param owner whether the row answers to its line where the line is two rows
   */
  takeRow(line: number, side: Side, owner: boolean): string[] {
    const half = side && rowAnchor(line, side);
    const ids = half && !this.halves.has(half) ? [half] : [];
    if (half) this.halves.add(half);
    return owner && this.take(line) ? [...ids, rowAnchor(line, '')] : ids;
  }

  /** Lines that have an anchor, ascending. */
  get lines(): number[] {
    return [...this.taken].sort((a, b) => a - b);
  }
}
