import type { Disclosure } from '../../schema/disclosure.ts';
import { type Figure, yuanOf } from '../../schema/figure.ts';
import { totalOf } from '../read/amount-of.ts';
import { entriesOfTable } from '../read/table-of.ts';

/** The leaves of “三公”经费: the line for vehicles is a subtotal of the last two. */
export const sanGongItems = [
  '因公出国（境）费',
  '公务接待费',
  '公务用车购置费',
  '公务用车运行维护费',
] as const;
export type SanGongItem = (typeof sanGongItems)[number];

export interface SanGongLine {
  item: SanGongItem | '公务用车购置及运行费' | '合计';
  line: number;
  /** Undefined where the cell is blank. */
  figure: Figure | undefined;
  /** Whole yuan, undefined where blank or not readable. */
  yuan: number | undefined;
}

/** Reads table 十 by what its lines are called: the first of each, where several bodies have theirs. */
export function readSanGong(disclosure: Disclosure): SanGongLine[] {
  const lines = entriesOfTable(disclosure, 10).flatMap((entry): SanGongLine[] => {
    const item = itemOf(entry.label.normalize('NFKC').replace(/\s+/g, ''));
    if (!item) return [];
    const figure = totalOf(entry);
    return [{ item, line: entry.line, figure, yuan: yuanOf(figure) }];
  });
  return lines.filter(({ item }, at) => lines.findIndex((line) => line.item === item) === at);
}

/** What a label of table 十, or of the narrative's section on it, means. */
export function itemOf(label: string): SanGongLine['item'] | undefined {
  if (/出国|出境/.test(label)) return '因公出国（境）费';
  if (/接待/.test(label)) return '公务接待费';
  if (/购置[及和与、]?.*运行/.test(label)) return '公务用车购置及运行费';
  if (/购置/.test(label)) return '公务用车购置费';
  if (/运行|维护/.test(label)) return '公务用车运行维护费';
  if (/[合总]计/.test(label)) return '合计';
  return undefined;
}
