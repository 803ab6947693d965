import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { holdsCarried } from './rules/holds-carried.ts';
import { present } from './rules/present.ts';

/** Table 二’s total is table 一’s income of this year. */
export const t2T1Income: Check = {
  id: 't2-t1-income',
  sentence: '表二合计等于表一本年收入合计',
  reason: '两张表反映同一笔本年收入。',
  tables: [2, 1],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    present([
      // Where 上年结转 is one of its parts, 合计 is all income.
      compareEqual(book.total(2), book.line(1, holdsCarried(book) ? 'totalIncome' : 'currentIncome'), {
        check: 't2-t1-income',
        conversion: book.disclosure.findings,
      }),
    ]),
};
