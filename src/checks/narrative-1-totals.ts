import type { Check } from './check.ts';
import { type Stating, statedInTable } from './rules/stated-in-table.ts';
import type { Statement } from './statements/statement.ts';

const income: Stating[] = [
  {
    what: /(收入|收支)(总计|总预算|预算总(计|额))$|预算总收入$/,
    terms: (book) => [book.line(1, 'totalIncome')],
  },
  {
    what: /^本年(预算)?收入(合计)?$|^当年(预算)?收入(合计)?$/,
    terms: (book) => [book.line(1, 'currentIncome')],
  },
  { what: /^上年结转(结余)?(收入|资金)?$/, terms: (book) => [book.line(1, 'carriedIncome')] },
];

const expense: Stating[] = [
  { what: /支出(总计|总预算|预算总(计|额))$|预算总支出$/, terms: (book) => [book.line(1, 'totalExpense')] },
  {
    what: /^(本年|当年)(预算)?(安排|支出)(支出|合计)?$/,
    terms: (book) => [book.line(1, 'totalExpense', 'current')],
  },
];

const promises = [...income, ...expense];

/** Parts are only meant where their sentence begins with one of the totals: other sentences speak of single items. */
function isPartOfTotal({ what, sentence, within }: Statement, all: Statement[]): boolean {
  const head = all.find((one) => one.sentence === sentence);
  const isTotal = (name: string) => [income[0], expense[0]].some((promise) => promise?.what.test(name));
  return isTotal(what) || (within && isTotal(head?.what ?? ''));
}

/** Section 一 states the totals of table 一. */
export const narrative1Totals: Check = {
  id: 'narrative-1-totals',
  sentence: '说明一：收入总计、支出总计及其本年、结转部分等于表一',
  reason: '情况说明解释的就是报表中的数字。',
  tables: [1],
  sections: [1],
  templates: ['shanxi-13', 'national'],
  run: (book) => statedInTable('narrative-1-totals', book, 1, promises, isPartOfTotal),
};
