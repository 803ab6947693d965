import { type Figure, isRead, type MoneyUnit } from '../../schema/figure.ts';
import type { FundSource } from '../../schema/project.ts';
import { readFigure, roundedOff } from '../../schema/read-figure.ts';

/** Half of the money grid. */
export type FundScope = '实施期' | '年度';
export const fundScopes: readonly FundScope[] = ['实施期', '年度'];

/** Place of one amount: a source in one half of the grid. */
export interface FundSlot {
  source: FundSource;
  scope: FundScope;
  line: number;
  /** Place of its row, as rows may share a line. */
  row: number;
  column: number;
  printed: string | null;
  /** Whether the amount stands right after its label, and the label is printed. */
  isCertain: boolean;
}

/** Whether the total of one half is the sum of its sources; `unknown` where a figure of it is missing. */
export function footing(
  slots: FundSlot[],
  scope: FundScope,
  unit: MoneyUnit,
): 'holds' | 'differs' | 'unknown' {
  const own = slots.filter((slot) => slot.scope === scope);
  const total = figureOf(
    own.find((slot) => slot.source === '合计'),
    unit,
  );
  const parts = partsOf(own).map((slot) => figureOf(slot, unit));
  if (!isRead(total) || parts.length === 0 || !parts.every(isRead)) return 'unknown';
  const rests = [total, ...parts].map((figure) => roundedOff(figure, unit));
  const [asPrinted, ...items] = [total, ...parts].map(({ yuan }, index) => yuan + (rests[index] ?? 0));
  const difference = Math.abs((asPrinted ?? 0) - items.reduce((sum, item) => sum + item, 0));
  // As the checks do: half a yuan for each amount that is printed finer than that.
  return difference <= rests.filter((rest) => rest !== 0).length / 2 ? 'holds' : 'differs';
}

/** The printed sources; 财政拨款 contains what is printed as 中央, 省级 and 市县 beside it. */
export function partsOf(own: FundSlot[]): FundSlot[] {
  const printed = own.filter((slot) => slot.source !== '合计' && slot.printed !== null);
  const isWhole = printed.some((slot) => slot.source === '财政拨款');
  return isWhole ? printed.filter((slot) => !['中央', '省级', '市县'].includes(slot.source)) : printed;
}

/** The amount of a place as a figure, null where blank. */
export function figureOf(slot: FundSlot | undefined, unit: MoneyUnit): Figure | null {
  return slot?.printed == null ? null : readFigure(slot.printed, unit);
}
