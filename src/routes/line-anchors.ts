/**
 * Gives each source line at most one anchor (`L147`) on a page: the first element that shows the line owns it.
 * The same rule, run over the same disclosure, tells the source view which lines lead back.
 */
export class LineAnchors {
  private readonly taken = new Set<number>();

  /** True for the first caller with this line; who gets it writes `id="L147"`. */
  take(line: number): boolean {
    if (this.taken.has(line)) return false;
    this.taken.add(line);
    return true;
  }

  /** Lines that have an anchor, ascending. */
  get lines(): number[] {
    return [...this.taken].sort((a, b) => a - b);
  }
}
