import { matchKey } from '../text/plain.ts';
import { isMisreadCode } from './mend-codes.ts';
import type { LeafTemplate } from './template.ts';

/** Leaf of each cell, -1 for a blank cell that no column takes. */
export type Placement = number[];

const total = /^(?:合计|总计|小计|部门合计|单位合计)$/;

/** Whether a printed cell can stand in a column of this kind; blank fits anywhere. */
export function fits(cell: string, leaf: LeafTemplate): boolean {
  if (cell === '') return true;
  const key = matchKey(cell);
  switch (leaf.role) {
    case 'amount':
      return isAmountLike(cell);
    case 'code':
      return /^\d{3,9}$/.test(key) || isMisreadCode(key) || total.test(key);
    case 'label':
      if (isAmountLike(cell)) return false;
      // Items of a two-sided table tell their side; classified items (科目名称) are called alike on both.
      if (leaf.path.at(-1) === '项目' && leaf.side === '收入') return !/支出|预备费|年终/.test(key);
      if (leaf.path.at(-1) === '项目' && leaf.side === '支出') return !/收入|^上年/.test(key);
      return !/^\d+$/.test(key);
    case 'counterpart':
      return !isAmountLike(cell) && !/^\d+$/.test(key);
    default:
      return true;
  }
}

/** Whether the text is an amount, or an amount that was misread: digits, no Chinese. */
export function isAmountLike(cell: string): boolean {
  const text = cell.normalize('NFKC');
  return (/\d/.test(text) && !/\p{Script=Han}/u.test(text) && text.length <= 24) || /^[-—–－]+$/.test(text);
}

/** Each cell in the column of its own position; undefined where a cell does not fit or there is no column. */
export function placeStraight(cells: string[], leaves: LeafTemplate[]): Placement | undefined {
  const placement = cells.map((_, index) => (index < leaves.length ? index : -1));
  return isValid(placement, cells, leaves) ? placement : undefined;
}

/** Whether every filled cell has a column that it fits. */
export function isValid(placement: Placement, cells: string[], leaves: LeafTemplate[]): boolean {
  return cells.every((cell, index) => {
    if (cell === '') return true;
    const leaf = leaves[placement[index] ?? -1];
    return leaf !== undefined && fits(cell, leaf);
  });
}

/** A change of offset: from cell `at` on, cells stand `by` columns further right (1) or left (-1). */
export type Shift = { at: number; by: 1 | -1 };

/**
 * All ways in which at most `changes` columns were lost or gained, as lists of shifts.
 *
 * @param width number of cells
 */
export function shiftsOf(width: number, changes: number, directions: (1 | -1)[]): Shift[][] {
  let lists: Shift[][] = [[]];
  const all: Shift[][] = [[]];
  for (let change = 0; change < changes; change++) {
    lists = lists.flatMap((list) =>
      Array.from({ length: width }, (_, at) => at)
        .filter((at) => at >= (list.at(-1)?.at ?? 0))
        .flatMap((at) => directions.map((by): Shift[] => [...list, { at, by }])),
    );
    all.push(...lists);
  }
  return all;
}

/** Applies shifts to a line's cells; undefined where two filled cells meet, one falls out or does not fit. */
export function placeShifted(
  cells: string[],
  shifts: Shift[],
  leaves: LeafTemplate[],
): Placement | undefined {
  const placement: Placement = [];
  const taken = new Set<number>();
  for (const [index, cell] of cells.entries()) {
    let leaf = index;
    for (const { at, by } of shifts) {
      if (by === 1 && index >= at) leaf += 1;
      // The cell `at` itself is the surplus one.
      if (by === -1 && index > at) leaf -= 1;
      if (by === -1 && index === at && cell !== '') return undefined;
    }
    if (cell === '') {
      placement.push(-1);
      continue;
    }
    const column = leaves[leaf];
    if (leaf < 0 || !column || taken.has(leaf) || !fits(cell, column)) return undefined;
    taken.add(leaf);
    placement.push(leaf);
  }
  return isLabelled(taken, leaves) ? placement : undefined;
}

/** Whether every side that holds anything has a name or code: no shift may part amounts from their label. */
function isLabelled(taken: Set<number>, leaves: LeafTemplate[]): boolean {
  const filled = [...taken].map((leaf) => leaves[leaf] as LeafTemplate);
  const named = filled.filter(({ role }) => role === 'label' || role === 'code');
  if (!filled.some(({ role }) => role === 'label' || role === 'code' || role === 'counterpart')) return true;
  return filled.every(({ side }) => named.some((other) => other.side === side));
}
