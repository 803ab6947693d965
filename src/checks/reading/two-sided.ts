import { nearestName } from '../../nearest-name.ts';
import type { Line, TableView } from './table-view.ts';

/** The lines of a two-sided table (一, 四) by what they say. */
export interface TwoSided {
  /** Sources of this year's income, above 本年收入合计. */
  sources: Line[];
  currentIncome: Line | undefined;
  /** 上年结转 as one line. */
  carriedIncome: Line | undefined;
  /** Sources of what was carried over, below 上年财政拨款结转. */
  carriedSources: Line[];
  /** 使用非财政拨款结余, which makes up for what income lacks. */
  balance: Line | undefined;
  totalIncome: Line | undefined;
  /** Functions, above 本年支出合计. */
  functions: Line[];
  currentExpense: Line | undefined;
  /** 年终结转 */
  closing: Line | undefined;
  totalExpense: Line | undefined;
}

/** Names of the lines that sum up, as data: other templates print them a little differently. */
const names = {
  currentIncome: /^本年(收入)?(合计|小计)$|^本年收入$/,
  carriedIncome: /^上年(财政拨款)?结转(结余|收入|和结余|资金)?$/,
  balance: /^(使用非财政拨款结余|用事业基金弥补收支差额)/,
  totalIncome: /^收入总计$|^总计$/,
  currentExpense: /^本年(支出)?(合计|小计)$|^本年支出$/,
  closing: /^(年终|年末|结转下年)(结转)?(下年)?(和?结余)?$/,
  totalExpense: /^支出总计$|^总计$/,
};

/** The usual name that a misread one is meant to be, or the name. */
function meantName(name: string): string {
  return (
    nearestName(name, ['本年收入合计', '上年财政拨款结转', '收入总计', '本年支出合计', '支出总计'], 1) ?? name
  );
}

/** Reads the lines of a two-sided table; a line that is not printed is undefined. */
export function readTwoSided(view: TableView): TwoSided {
  const income = view.sideLines('收入');
  const expense = view.sideLines('支出');
  const find = (lines: Line[], pattern: RegExp) =>
    lines.find((line) => pattern.test(line.name)) ?? lines.find((line) => pattern.test(meantName(line.name)));
  const currentIncome = find(income, names.currentIncome);
  const carriedIncome = find(income, names.carriedIncome);
  const balance = find(income, names.balance);
  const totalIncome = find(income, names.totalIncome);
  const currentExpense = find(expense, names.currentExpense);
  const closing = find(expense, names.closing);
  const totalExpense = find(expense, names.totalExpense);
  const sums = [currentIncome, carriedIncome, balance, totalIncome, currentExpense, closing, totalExpense];
  // Where 一、本年收入 heads its sources instead of summing them up below, they follow it.
  const isHead = (line: Line | undefined) => line !== undefined && /^\s*一、/.test(line.label);
  const between = (lines: Line[], from: Line | undefined, to: Line | undefined) => {
    const start = from ? lines.indexOf(from) + 1 : 0;
    const end = to ? lines.indexOf(to) : lines.length;
    return lines.slice(start, end).filter((line) => !sums.includes(line) && line.name !== '');
  };
  return {
    sources: withoutParts(
      isHead(currentIncome)
        ? between(income, currentIncome, carriedIncome ?? totalIncome)
        : between(income, undefined, currentIncome ?? carriedIncome ?? totalIncome),
    ),
    currentIncome,
    carriedIncome,
    carriedSources: carriedIncome ? between(income, carriedIncome, totalIncome) : [],
    balance,
    totalIncome,
    functions: withoutParts(
      isHead(currentExpense)
        ? between(expense, currentExpense, closing ?? totalExpense)
        : between(expense, undefined, currentExpense ?? closing ?? totalExpense),
    ),
    currentExpense,
    closing,
    totalExpense,
  };
}

/** Lines without what is printed below one of them as its part: `其中：事业收入`, `（一）事业收入` below `一、…`. */
function withoutParts(lines: Line[]): Line[] {
  const levels = lines.map(({ label }) => numberings.findIndex((numbering) => numbering.test(label)));
  const top = Math.min(...levels.filter((level) => level >= 0));
  return lines.filter(({ label }, index) => !/^\s*其中/.test(label) && (levels[index] ?? -1) <= top);
}

/** How items are numbered, from the outermost to the innermost. */
const numberings = [
  /^\s*[一二三四五六七八九十]+、/,
  /^\s*[（(][一二三四五六七八九十]+[)）]/,
  /^\s*\d+[、.．](?!\d)/,
  /^\s*[（(]\d+[)）]/,
  /^\s*[①-⑳]/,
];
