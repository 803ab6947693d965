/** One line of an indicator list as it was printed, for placing the level words. */
export interface ListElement {
  /** Index into the order of levels of the word printed beside it, or null. */
  label: number | null;
  /** Whether an indicator stands here; false for a level word alone. */
  filled: boolean;
  /** Weight of what the indicator says, by level. */
  evidence: readonly number[];
}

/** Level decided for an element and by how much it beats the next best. */
export interface PlacedLevel {
  level: number;
  margin: number;
}

const cost = {
  /** A level word that stands n lines outside of its group. */
  displaced: (lines: number) => Math.min(5, 0.5 + lines),
  /** A level word whose group has no line at all. */
  unused: 5,
  /** A group whose level word was not printed; a form that prints the others too, empty ones included, has lost it. */
  lost: (printed: number) => (printed >= 6 ? 0.5 : 1.5),
  /** A line above the level word of its own group: the word came late. */
  late: 1,
  /** A line below a level word that stood alone: words stand beside the first line of their group. */
  afterEmpty: 0.8,
};

/**
 * Assigns each line of a list to a level: levels follow each other in the given order, a group is an unbroken run of
 * lines, and each printed level word stands in its group or near it. Without contrary evidence this is forward-fill.
 *
 * @param order indices of the levels in the order in which the form prints them
 */
export function placeLevels(
  elements: ListElement[],
  order: readonly number[],
): { placed: PlacedLevel[]; score: number } {
  const n = elements.length;
  const states = order.length;
  const labels: number[][] = order.map((level) =>
    elements.flatMap((element, index) => (element.label === level ? [index] : [])),
  );
  const prefix = order.map((level) => {
    const sums = [0];
    for (const element of elements)
      sums.push((sums.at(-1) as number) + (element.filled ? (element.evidence[level] ?? 0) : 0));
    return sums;
  });

  const printed = labels.filter((own) => own.length > 0).length;

  const segment = (state: number, from: number, to: number): number => {
    const own = labels[state] as number[];
    if (from === to) return -cost.unused * own.length;
    const sums = prefix[state] as number[];
    let score = (sums[to] as number) - (sums[from] as number);
    if (own.length === 0) score -= cost.lost(printed);
    let first = Number.POSITIVE_INFINITY;
    for (const at of own) {
      if (at >= from && at < to) first = Math.min(first, at);
      else score -= cost.displaced(at < from ? from - at : at - to + 1);
    }
    if (Number.isFinite(first)) {
      for (let index = from; index < first; index++) score -= elements[index]?.filled ? cost.late : 0.2;
      if (!elements[first]?.filled && to - first > 1) score -= cost.afterEmpty;
    }
    return score;
  };

  const low = Number.NEGATIVE_INFINITY;
  const grid = () => Array.from({ length: states + 1 }, () => new Array<number>(n + 1).fill(low));
  const ahead = grid();
  const behind = grid();
  (ahead[0] as number[])[0] = 0;
  for (let state = 0; state < states; state++) {
    for (let to = 0; to <= n; to++) {
      for (let from = 0; from <= to; from++) {
        const before = (ahead[state] as number[])[from] as number;
        if (before === low) continue;
        const score = before + segment(state, from, to);
        if (score > ((ahead[state + 1] as number[])[to] as number))
          (ahead[state + 1] as number[])[to] = score;
      }
    }
  }
  (behind[states] as number[])[n] = 0;
  for (let state = states - 1; state >= 0; state--) {
    for (let from = 0; from <= n; from++) {
      for (let to = from; to <= n; to++) {
        const after = (behind[state + 1] as number[])[to] as number;
        if (after === low) continue;
        const score = after + segment(state, from, to);
        if (score > ((behind[state] as number[])[from] as number)) (behind[state] as number[])[from] = score;
      }
    }
  }
  const best = elements.map(() => new Array<number>(states).fill(low));
  for (let state = 0; state < states; state++) {
    for (let from = 0; from < n; from++) {
      for (let to = from + 1; to <= n; to++) {
        const score =
          ((ahead[state] as number[])[from] as number) +
          segment(state, from, to) +
          ((behind[state + 1] as number[])[to] as number);
        for (let index = from; index < to; index++) {
          const row = best[index] as number[];
          if (score > (row[state] as number)) row[state] = score;
        }
      }
    }
  }
  const placed = best.map((scores): PlacedLevel => {
    const top = Math.max(...scores);
    const state = scores.indexOf(top);
    const second = Math.max(...scores.filter((_, index) => index !== state));
    return { level: order[state] as number, margin: top - second };
  });
  return { placed, score: (ahead[states] as number[])[n] as number };
}
