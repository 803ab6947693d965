import type { Check } from './check.ts';
import { compareSum } from './compare.ts';
import { present } from './rules/present.ts';

/** In table 四, total income is this year’s income and the carry-over. */
export const t4IncomeTotal: Check = {
  id: 't4-income-total',
  sentence: '表四：收入总计等于本年收入合计加上年财政拨款结转',
  reason: '收入总计包括本年收入和以前年度结转的资金。',
  tables: [4],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    present([
      compareSum(
        book.line(4, 'totalIncome'),
        [book.line(4, 'currentIncome'), book.line(4, 'carriedIncome')],
        {
          check: 't4-income-total',
          expected: '本年收入合计＋上年财政拨款结转',
          conversion: book.disclosure.findings,
        },
      ),
    ]),
};
