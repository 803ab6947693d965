import type { Check } from './check.ts';
import { compareSum } from './compare.ts';
import { present } from './rules/present.ts';

/** In table 一, total income is this year’s income and the carry-over. */
export const t1IncomeTotal: Check = {
  id: 't1-income-total',
  sentence: '表一：收入总计等于本年收入合计加上年结转',
  reason: '收入总计包括本年收入、以前年度结转的资金和用来弥补收支差额的结余。',
  tables: [1],
  templates: ['shanxi-13', 'national'],
  run: (book) => {
    const view = book.table(1);
    const balance = typeof view === 'string' ? undefined : book.twoSided(view).balance;
    const more =
      typeof view !== 'string' && balance ? [view.find(balance, '收入', 'total', balance.name)] : [];
    return present([
      compareSum(
        book.line(1, 'totalIncome'),
        [book.line(1, 'currentIncome'), book.line(1, 'carriedIncome'), ...more],
        {
          check: 't1-income-total',
          expected: ['本年收入合计', '上年结转', ...(balance ? [balance.name] : [])].join('＋'),
          conversion: book.disclosure.findings,
        },
      ),
    ]);
  },
};
