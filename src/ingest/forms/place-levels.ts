/** One line of an indicator list as it was printed, for placing the level words. */
export interface ListElement {
  /** Index into the order of levels of the word printed beside it, or null. */
  label: number | null;
  /** Whether the word is beyond doubt, so that it holds whatever the order of the levels. */
  isSure?: boolean;
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
  /** A level word beyond doubt whose line is given to another level. */
  sure: 8,
  /** A level word whose group has no line at all. */
  unused: 5,
  /** A group whose level word was not printed; a form that prints the others too, empty ones included, has lost it. */
  lost: (printed: number) => (printed >= 6 ? 0.5 : 1.5),
  /** A line above the level word of its own group: the word came late. */
  late: 1,
  /** A line below a level word that stood alone: words stand beside the first line of their group. */
  afterEmpty: 0.8,
};

/** A list's levels in one order of them. */
export interface LevelPlacing {
  /** How well the order fits. */
  score: number;
  /** Level of each element. */
  placed(): PlacedLevel[];
}

/**
 * Assigns each line of a list to a level: levels follow each other in the given order, a group is an unbroken run of
 * lines, and each printed level word stands in its group or near it. Without contrary evidence this is forward-fill.
 *
 * @returns gives the placing for an order: indices of the levels as the form prints them
 */
export function placeLevels(elements: ListElement[]): (order: readonly number[]) => LevelPlacing {
  const n = elements.length;
  const printed = new Set(elements.flatMap(({ label }) => label ?? [])).size;
  // What a group is worth depends on its level and its lines, not on the order: each is weighed once.
  const groups = new Map<number, Float64Array>();
  return (order) => {
    for (const level of order)
      if (!groups.has(level)) groups.set(level, weighGroups(elements, level, printed));
    return placeInOrder(
      n,
      order,
      order.map((level) => groups.get(level) as Float64Array),
    );
  };
}

/** Score of a level's group from line `from` up to `to`, at `from * (n + 1) + to`. */
function weighGroups(elements: ListElement[], level: number, printed: number): Float64Array {
  const n = elements.length;
  const own = elements.flatMap((element, index) => (element.label === level ? [index] : []));
  const sums = [0];
  for (const { filled, evidence } of elements)
    sums.push((sums.at(-1) as number) + (filled ? (evidence[level] ?? 0) : 0));
  const scores = new Float64Array((n + 1) * (n + 1));
  for (let from = 0; from <= n; from++)
    for (let to = from; to <= n; to++) scores[from * (n + 1) + to] = weigh(from, to);
  return scores;

  function weigh(from: number, to: number): number {
    const isPinned = (at: number) => elements[at]?.isSure && elements[at]?.filled;
    if (from === to) return -own.reduce((sum, at) => sum + (isPinned(at) ? cost.sure : cost.unused), 0);
    let score = (sums[to] as number) - (sums[from] as number);
    if (own.length === 0) score -= cost.lost(printed);
    let first = Number.POSITIVE_INFINITY;
    for (const at of own) {
      if (at >= from && at < to) first = Math.min(first, at);
      else if (isPinned(at)) score -= cost.sure;
      else score -= cost.displaced(at < from ? from - at : at - to + 1);
    }
    if (Number.isFinite(first)) {
      for (let index = from; index < first; index++) score -= elements[index]?.filled ? cost.late : 0.2;
      if (!elements[first]?.filled && to - first > 1) score -= cost.afterEmpty;
    }
    return score;
  }
}

const low = Number.NEGATIVE_INFINITY;

/** @param groups scores of each level's groups, in the order of the levels */
function placeInOrder(n: number, order: readonly number[], groups: readonly Float64Array[]): LevelPlacing {
  const states = order.length;
  const width = n + 1;
  /** Best score of the first levels on the first lines, at `level * width + line`. */
  const ahead = new Float64Array((states + 1) * width).fill(low);
  ahead[0] = 0;
  groups.forEach((scores, state) => {
    for (let from = 0; from <= n; from++) {
      const before = ahead[state * width + from] as number;
      if (before === low) continue;
      for (let to = from; to <= n; to++) {
        const at = (state + 1) * width + to;
        ahead[at] = Math.max(ahead[at] as number, before + (scores[from * width + to] as number));
      }
    }
  });
  return { score: ahead[states * width + n] as number, placed };

  /** Best score of the last levels on the last lines. */
  function scoresBehind(): Float64Array {
    const behind = new Float64Array((states + 1) * width).fill(low);
    behind[states * width + n] = 0;
    for (let state = states - 1; state >= 0; state--) {
      const scores = groups[state] as Float64Array;
      for (let from = 0; from <= n; from++) {
        const at = state * width + from;
        for (let to = from; to <= n; to++) {
          const after = behind[(state + 1) * width + to] as number;
          behind[at] = Math.max(behind[at] as number, after + (scores[from * width + to] as number));
        }
      }
    }
    return behind;
  }

  function placed(): PlacedLevel[] {
    const behind = scoresBehind();
    const best = Array.from({ length: n }, () => new Array<number>(states).fill(low));
    groups.forEach((scores, state) => {
      for (let from = 0; from < n; from++) {
        // The best group that begins here and reaches a line: from the longest group down.
        let top = low;
        for (let to = n; to > from; to--) {
          const score =
            (ahead[state * width + from] as number) +
            (scores[from * width + to] as number) +
            (behind[(state + 1) * width + to] as number);
          top = Math.max(top, score);
          const row = best[to - 1] as number[];
          row[state] = Math.max(row[state] as number, top);
        }
      }
    });
    return best.map((scores): PlacedLevel => {
      const top = Math.max(...scores);
      const state = scores.indexOf(top);
      const second = Math.max(...scores.filter((_, index) => index !== state));
      return { level: order[state] as number, margin: top - second };
    });
  }
}
