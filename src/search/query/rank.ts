import type { Kind, PageFacts } from '../search-page.ts';

/** What a kind weighs: titles and names before body text. */
const weights: Record<Kind, number> = {
  单位: 10,
  项目: 5,
  表格行: 5,
  目录条目: 4,
  名词: 4,
  绩效指标: 3,
  说明: 0,
};

/** What is known of a hit before its text is loaded. */
export interface Candidate {
  own: number;
  grades: number;
  span: number;
  kind: Kind;
  page: PageFacts;
}

/**
 * Gives the relevance of a hit; greater comes first.
 *
 * In this order: more terms in the row itself; whole cells before parts; nearer terms; names before body; a repealed
 * edition after those in force. The year, as the last, only parts what is else equal.
 */
export function relevance({ own, grades, span, kind, page }: Candidate): number {
  const near = span < 0 ? 0 : 8 / (1 + span / 4);
  return own * 100 + grades + near + weights[kind] - (page.repealedBy ? 3 : 0) + (page.year - 2000) / 1000;
}

/** Keeps the greatest `limit` of many, in order. */
export class Best<T> {
  readonly items: { score: number; item: T }[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Adds one unless `limit` better ones are there; equals keep the order in which they came. */
  add(score: number, item: () => T): void {
    const { items } = this;
    if (items.length >= this.#limit && (items[items.length - 1]?.score ?? 0) >= score) return;
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((items[middle]?.score ?? 0) >= score) low = middle + 1;
      else high = middle;
    }
    items.splice(low, 0, { score, item: item() });
    if (items.length > this.#limit) items.pop();
  }
}
