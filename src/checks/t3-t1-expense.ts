import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { present } from './rules/present.ts';

/** Table 三’s total is table 一’s spending of this year. */
export const t3T1Expense: Check = {
  id: 't3-t1-expense',
  sentence: '表三合计等于表一本年支出合计',
  reason: '两张表反映同一笔本年支出。',
  tables: [3, 1],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    present([
      compareEqual(book.total(3), book.line(1, 'currentExpense'), {
        check: 't3-t1-expense',
        conversion: book.disclosure.findings,
      }),
    ]),
};
