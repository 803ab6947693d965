import type { Check } from './check.ts';
import { compareSum } from './compare.ts';
import { present } from './rules/present.ts';

/** In table 四, each fund spends this year’s appropriation and its carry-over. */
export const t4FundBalance: Check = {
  id: 't4-fund-balance',
  sentence: '表四每类预算：本年收入加上年结转等于该类预算的支出总计',
  reason: '三类预算各自收支平衡。',
  tables: [4],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    present(
      (['general', 'fund', 'capital'] as const).map((kind) =>
        compareSum(book.line(4, 'totalExpense', kind), [book.source(4, kind), book.source(4, kind, true)], {
          check: 't4-fund-balance',
          expected: '本年收入＋上年结转',
          conversion: book.disclosure.findings,
        }),
      ),
    ),
};
