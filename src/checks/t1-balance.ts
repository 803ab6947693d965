import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { present } from './rules/present.ts';

/** In table 一, total income equals total spending. */
export const t1Balance: Check = {
  id: 't1-balance',
  sentence: '表一：收入总计等于支出总计',
  reason: '预算收支平衡，两侧总计相等。',
  tables: [1],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    present([
      compareEqual(book.line(1, 'totalIncome'), book.line(1, 'totalExpense'), {
        check: 't1-balance',
        conversion: book.disclosure.findings,
      }),
    ]),
};
