import type { Level1, Level2 } from '../../schema/project.ts';
import { type FormCell, plain } from './cells-of.ts';
import type { Scope } from './list-entry.ts';
import { isCostLevel, readLevel1, readLevel2 } from './read-level.ts';
import { valueLikeness } from './value-likeness.ts';

/** Columns of one half of the list as its header prints them. */
export interface HalfLayout {
  level2: number;
  name: number;
  value: number;
}

/** Halves that the header of the list prints: two, or one in forms with a single list. */
export interface ListLayout {
  halves: HalfLayout[];
  /** Scope of the only list where the header says it, or of each value that stands beside one name. */
  scope?: Scope | undefined;
  values?: { scope: Scope; column: number }[];
  /** Columns that the header of a single list gives to levels. */
  levels?: number[];
  /** Columns of sign and unit, which are part of a value, and columns that are left out, in templates that have them. */
  parts?: { signs: number[]; units: number[]; left: number[] };
}

/** What one half of one row says. */
export interface RowHalf {
  level1: Level1 | null;
  level2: Level2 | null;
  name: string | null;
  value: string | null;
  /** Columns of name and value, −1 where there is none. */
  nameColumn: number;
  valueColumn: number;
  /** A second name in this half, whose value stands elsewhere. */
  orphan: string | null;
  /** Text that repeats its neighbour. */
  repeated: string[];
}

/** A row divided into its halves; `extra` is a third half, printed too much. */
export interface SplitRow {
  halves: [RowHalf, RowHalf];
  extra: RowHalf | null;
  /** False where no reading keeps the order of the cells; then nothing of the row is in the halves. */
  isRead: boolean;
  /** How much better this reading is than the next best one. */
  margin: number;
}

type Role = 'level1' | 'level2' | 'name' | 'value' | 'orphan' | 'repeated';
interface Token {
  text: string;
  key: string;
  column: number;
  level1: Level1 | null;
  level2: Level2 | null;
  likeness: number;
}
interface Assigned {
  half: number;
  role: Role;
}

/**
 * Divides the cells of a row between the two lists. All readings that keep the order of the cells are weighed:
 * what a cell says (level word, value, name), where it stands, whether both halves agree.
 *
 * @param isCostFirst whether 成本指标 is rather a first level than a second in these lists
 */
export function splitIndicatorRow(
  cells: FormCell[],
  layout: ListLayout | null,
  isCostFirst = false,
): SplitRow {
  const single = layout?.halves.length === 1;
  const tokens = namedCost(cells.map((cell) => toToken(cell, layout)));
  let best: Assigned[] = [];
  let bestCost = Number.POSITIVE_INFINITY;
  let secondCost = Number.POSITIVE_INFINITY;
  const chosen: Assigned[] = [];
  const lastHalf = single ? 0 : tokens.length > 5 ? 2 : 1;

  const visit = (index: number, half: number, stage: number, cost: number): void => {
    if (cost > bestCost + 3) return;
    if (index === tokens.length) {
      const total = cost + costOfWhole(tokens, chosen, layout);
      if (total < bestCost) {
        if (isDifferent(best, chosen, tokens)) secondCost = bestCost;
        bestCost = total;
        best = chosen.slice();
      } else if (total < secondCost && isDifferent(best, chosen, tokens)) secondCost = total;
      return;
    }
    const token = tokens[index] as Token;
    const previous = tokens[index - 1];
    for (let to = half; to <= lastHalf; to++) {
      const from = to === half ? stage : 0;
      const start = to - half > 0 ? (to === 2 ? 3 : 0) : 0;
      const tries: [Role, number, number][] = [];
      const isEither = token.level1 !== null && token.level2 !== null;
      if (from < 1 && token.level1)
        tries.push(['level1', 1, (to === 0 ? 0 : 1.5) + (isEither && !isCostFirst ? 0.3 : 0)]);
      if (from < 2 && token.level2) tries.push(['level2', 2, isEither && isCostFirst ? 0.3 : 0]);
      if (from < 3) tries.push(['name', 3, token.level2 ? 2.5 : token.level1 ? 3.5 : 1.2 * token.likeness]);
      if (from < 4 && !token.level1 && !token.level2) tries.push(['value', 4, 1.6 * (1 - token.likeness)]);
      if (from < 3 && !token.level2 && !token.level1) tries.push(['orphan', 2, 3]);
      if (to === half && previous && index > 0 && previous.key === token.key)
        tries.push(['repeated', from, 0.4]);
      if (to === half && token.level1 && !isEither && from > 0) tries.push(['repeated', from, 2]);
      for (const [role, next, price] of tries) {
        chosen.push({ half: to, role });
        visit(index + 1, to, next, cost + price + start);
        chosen.pop();
      }
    }
  };
  if (tokens.length <= mostCells) visit(0, 0, 0, 0);
  const empty = (): RowHalf => ({
    level1: null,
    level2: null,
    name: null,
    value: null,
    nameColumn: -1,
    valueColumn: -1,
    orphan: null,
    repeated: [],
  });
  const halves: [RowHalf, RowHalf, RowHalf] = [empty(), empty(), empty()];
  best.forEach(({ half, role }, index) => {
    const token = tokens[index] as Token;
    const target = halves[half as 0 | 1 | 2];
    if (role === 'level1') target.level1 = token.level1;
    else if (role === 'level2') target.level2 = token.level2;
    else if (role === 'repeated') target.repeated.push(token.text);
    else target[role] = token.text;
    if (role === 'name') target.nameColumn = token.column;
    if (role === 'value') target.valueColumn = token.column;
  });
  const extra = best.some(({ half }) => half === 2) ? halves[2] : null;
  return {
    halves: [halves[0], halves[1]],
    extra,
    isRead: best.length > 0,
    margin: Math.min(9, secondCost - bestCost),
  };
}

/** More cells than the template has columns with words: such a row is none of its lists. */
const mostCells = 16;

function toToken(cell: FormCell, layout: ListLayout | null): Token {
  // 成本 alone in the column of names is the end of a wrapped name, not a level.
  const isName = plain(cell.text).length === 2 && layout?.halves.some((half) => half.name === cell.column);
  return {
    text: cell.text,
    key: plain(cell.text),
    column: cell.column,
    level1: readLevel1(cell.text),
    level2: isName ? null : readLevel2(cell.text),
    likeness: valueLikeness(cell.text),
  };
}

/** 成本 before 经济成本 is the first level, as 产出 is before 数量. */
function namedCost(tokens: Token[]): Token[] {
  return tokens.map((token, index) => {
    const isFirst = token.key === '成本' && isCostLevel(tokens[index + 1]?.level2 ?? null);
    return isFirst ? { ...token, level1: '成本指标', level2: null } : token;
  });
}

/** Whether two readings give another name or value to a half; which of two equal cells is left out is no matter. */
function isDifferent(a: Assigned[], b: Assigned[], tokens: Token[]): boolean {
  return (
    a.length === 0 ||
    b.some(
      (one, index) => (one.half !== a[index]?.half || one.role !== a[index]?.role) && !tokens[index]?.level2,
    )
  );
}

function costOfWhole(tokens: Token[], chosen: Assigned[], layout: ListLayout | null): number {
  let cost = 0;
  const find = (half: number, role: Role) =>
    tokens[chosen.findIndex((one) => one.half === half && one.role === role)];
  for (let half = 0; half <= 2; half++) {
    if (!chosen.some((one) => one.half === half)) continue;
    const name = find(half, 'name');
    const value = find(half, 'value');
    if (name && !value) cost += 1.5;
    if (value && !name) cost += 2;
    cost += costOfPlace(tokens, chosen, half, layout?.halves[half]);
  }
  const left = find(0, 'name');
  const right = find(1, 'name');
  if (left && right && (left.key.startsWith(right.key) || right.key.startsWith(left.key))) cost -= 1.5;
  const leftValue = find(0, 'value');
  const rightValue = find(1, 'value');
  if (leftValue && rightValue && leftValue.key === rightValue.key) cost -= 1;
  const leftLevel = find(0, 'level2')?.level2;
  const rightLevel = find(1, 'level2')?.level2;
  if (leftLevel && rightLevel) cost += leftLevel === rightLevel ? -0.5 : 1;
  return cost;
}

/** How far the cells stand from the columns of the header; a whole row may be shifted. */
function costOfPlace(
  tokens: Token[],
  chosen: Assigned[],
  half: number,
  layout: HalfLayout | undefined,
): number {
  if (!layout) return 0;
  const offsets = chosen.flatMap((one, index) => {
    if (one.half !== half || !(one.role === 'level2' || one.role === 'name' || one.role === 'value'))
      return [];
    return [(tokens[index]?.column ?? 0) - layout[one.role]];
  });
  if (offsets.length === 0) return 0;
  let best = Number.POSITIVE_INFINITY;
  for (const shift of new Set([0, ...offsets])) {
    const misfit = offsets.reduce((sum, offset) => sum + Math.min(1, 0.25 * Math.abs(offset - shift)), 0);
    best = Math.min(best, misfit + Math.min(1.2, 0.3 * Math.abs(shift)));
  }
  return best;
}
