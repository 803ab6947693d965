import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { present } from './rules/present.ts';

/** Table 五’s total is the general budget of table 一. */
export const t5T1General: Check = {
  id: 't5-t1-general',
  sentence: '表五合计等于表一一般公共预算收入',
  reason: '当年一般公共预算拨款全部安排支出。',
  tables: [5, 1],
  templates: ['shanxi-13'],
  run: (book) =>
    present([
      compareEqual(book.total(5), book.source(1, 'general'), {
        check: 't5-t1-general',
        conversion: book.disclosure.findings,
      }),
    ]),
};
