import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { present } from './rules/present.ts';

/** Table 六 breaks down the basic spending of table 五. */
export const t6T5Basic: Check = {
  id: 't6-t5-basic',
  sentence: '表六合计等于表五基本支出合计',
  reason: '表六是一般公共预算基本支出按经济科目的分解。',
  tables: [6, 5],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    present([
      compareEqual(book.economicTotal(), book.total(5, 'basic'), {
        check: 't6-t5-basic',
        conversion: book.disclosure.findings,
      }),
    ]),
};
