import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { present } from './rules/present.ts';

/** Table 八 spends the income of table 七. */
export const t8T7Total: Check = {
  id: 't8-t7-total',
  sentence: '表八合计等于表七合计',
  reason: '当年政府性基金预算收支平衡。',
  tables: [8, 7],
  templates: ['shanxi-13'],
  run: (book) =>
    present([
      compareEqual(book.total(8), book.total(7), {
        check: 't8-t7-total',
        conversion: book.disclosure.findings,
      }),
    ]),
};
