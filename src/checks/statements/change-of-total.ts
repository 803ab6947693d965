import type { Disclosure } from '../../schema/disclosure.ts';
import { readNarrative } from './read-narrative.ts';
import type { StatedAmount, StatedPercent, Statement } from './statement.ts';

/** How an amount compares with the year before, as the narrative states it. */
export interface StatedComparison {
  /** Amount of this year. */
  amount: StatedAmount | null;
  /** 1 more, -1 less, 0 the same. */
  direction: 1 | -1 | 0;
  /** Change in whole yuan, with sign; null where only a percentage is stated. */
  changeYuan: number | null;
  /** Percentage as stated, without sign; null where none is stated. */
  percent: StatedPercent | null;
  /** Amount of the year before in whole yuan, amount − change; null where it cannot be told. */
  previousYuan: number | null;
  /** Year that is compared with. */
  baseYear: number;
  /** Narrative section, 1–12. */
  section: number;
  /** Line of the source. */
  line: number;
}

/** How total income and total spending changed against the year before (section 一); null where it is not stated. */
export function changeOfTotal(disclosure: Disclosure): {
  income: StatedComparison | null;
  spending: StatedComparison | null;
} {
  const statements = readNarrative(disclosure, 1);
  const find = (what: RegExp) => statements.find((one) => what.test(one.what) && one.change && !one.reason);
  const compare = (statement: Statement | undefined) =>
    statement ? comparisonOf(disclosure, 1, statement) : null;
  return {
    income: compare(find(/(收入|收支)(总计|总预算|预算总(计|额))$|预算总收入$/)),
    spending: compare(find(/(支出|收支)(总计|总预算|预算总(计|额))$|预算总支出$/)),
  };
}

/** A statement and its change as a comparison; null where no change is stated. */
export function comparisonOf(
  disclosure: Disclosure,
  section: number,
  statement: Statement,
): StatedComparison | null {
  const { amount, change, line } = statement;
  if (!change) return null;
  const { direction, percent } = change;
  const changeYuan = direction === 0 ? 0 : change.amount ? direction * change.amount.yuan : null;
  return {
    amount,
    direction,
    changeYuan,
    percent,
    previousYuan: amount && changeYuan !== null ? amount.yuan - changeYuan : null,
    baseYear: change.baseYear ?? disclosure.year - 1,
    section,
    line,
  };
}
