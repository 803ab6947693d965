import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { present } from './rules/present.ts';

/** Table 九’s income is the state capital of table 一. */
export const t9T1Capital: Check = {
  id: 't9-t1-capital',
  sentence: '表九收入合计等于表一国有资本经营预算收入',
  reason: '两张表反映同一笔国有资本经营收入。',
  tables: [9, 1],
  templates: ['shanxi-13'],
  run: (book) =>
    present([
      compareEqual(book.total(9, 'total', '收入'), book.source(1, 'capital'), {
        check: 't9-t1-capital',
        conversion: book.disclosure.findings,
      }),
    ]),
};
