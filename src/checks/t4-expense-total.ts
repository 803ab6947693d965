import type { Check } from './check.ts';
import { sumOfRows } from './rules/sum-of-rows.ts';

/** In table 四, total spending is this year’s spending and what is left at the end of the year, in every column. */
export const t4ExpenseTotal: Check = {
  id: 't4-expense-total',
  sentence: '表四各栏：支出总计等于本年支出合计加年终结转',
  reason: '支出总计包括本年支出和结转下年的资金。',
  tables: [4],
  templates: ['shanxi-13', 'national'],
  run: (book) => sumOfRows('t4-expense-total', book, 4),
};
