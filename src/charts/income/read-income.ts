import type { Disclosure } from '../../schema/disclosure.ts';
import { yuanOf } from '../../schema/figure.ts';
import type { Part } from '../part.ts';
import { totalOf } from '../read/amount-of.ts';
import { bareLabel } from '../read/bare-label.ts';
import { entriesOfTable } from '../read/table-of.ts';
import { undecidedReason } from '../read/undecided-reason.ts';

/** The income side of table 一: its sources, those of last year included, and its printed total. */
export interface Income {
  sources: Part[];
  /** Sources printed without an amount, or with one that could not be read (then with the reason). */
  blank: { name: string; line: number; reason: string | null }[];
  /** 收入总计 in whole yuan, undefined where it is not printed or not readable. */
  total: number | undefined;
}

/** Reads where the money comes from. Totals, and items printed as 其中 of another, are no sources. */
export function readIncome(disclosure: Disclosure): Income {
  const income: Income = { sources: [], blank: [], total: undefined };
  for (const entry of entriesOfTable(disclosure, 1)) {
    const name = bareLabel(entry.label);
    if (entry.side !== '收入' || name === '') continue;
    const figure = totalOf(entry);
    const yuan = yuanOf(figure);
    if (/总计$/.test(name)) income.total = yuan;
    else if (/^(其中|本年收入|.*合计$)/.test(name)) continue;
    else if (yuan !== undefined) income.sources.push({ name, yuan, line: entry.line });
    else income.blank.push({ name, line: entry.line, reason: undecidedReason(figure) });
  }
  return income;
}
