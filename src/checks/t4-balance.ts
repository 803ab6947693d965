import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { present } from './rules/present.ts';

/** In table 四, total income equals total spending. */
export const t4Balance: Check = {
  id: 't4-balance',
  sentence: '表四：收入总计等于支出总计',
  reason: '预算收支平衡，两侧总计相等。',
  tables: [4],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    present([
      compareEqual(book.line(4, 'totalIncome'), book.line(4, 'totalExpense'), {
        check: 't4-balance',
        conversion: book.disclosure.findings,
      }),
    ]),
};
