import type { Check } from './check.ts';
import { sumOfRows } from './rules/sum-of-rows.ts';

/** In table 一, total spending is this year’s spending and what is left at the end of the year, in every column. */
export const t1ExpenseTotal: Check = {
  id: 't1-expense-total',
  sentence: '表一各栏：支出总计等于本年支出合计加年终结转',
  reason: '支出总计包括本年支出和结转下年的资金。',
  tables: [1],
  templates: ['shanxi-13', 'national'],
  run: (book) => sumOfRows('t1-expense-total', book, 1),
};
