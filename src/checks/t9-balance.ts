import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { present } from './rules/present.ts';

/** Table 九 spends its income. */
export const t9Balance: Check = {
  id: 't9-balance',
  sentence: '表九：支出合计等于收入合计',
  reason: '当年国有资本经营预算收支平衡。',
  tables: [9],
  templates: ['shanxi-13'],
  run: (book) =>
    present([
      compareEqual(book.total(9, 'total', '支出'), book.total(9, 'total', '收入'), {
        check: 't9-balance',
        conversion: book.disclosure.findings,
      }),
    ]),
};
