import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { present } from './rules/present.ts';

/** Table 二’s carry-over is table 一’s. */
export const t2T1Carried: Check = {
  id: 't2-t1-carried',
  sentence: '表二上年结转等于表一上年结转',
  reason: '两张表反映同一笔结转资金。',
  tables: [2, 1],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    present([
      compareEqual(book.total(2, 'carried'), book.line(1, 'carriedIncome'), {
        check: 't2-t1-carried',
        conversion: book.disclosure.findings,
      }),
    ]),
};
