import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { present } from './rules/present.ts';

/** Table 七’s total is the government funds of table 一. */
export const t7T1Fund: Check = {
  id: 't7-t1-fund',
  sentence: '表七合计等于表一政府性基金预算收入',
  reason: '两张表反映同一笔政府性基金收入。',
  tables: [7, 1],
  templates: ['shanxi-13'],
  run: (book) =>
    present([
      compareEqual(book.total(7), book.source(1, 'fund'), {
        check: 't7-t1-fund',
        conversion: book.disclosure.findings,
      }),
    ]),
};
