import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { sameCodes } from './rules/same-codes.ts';

/** By functional item, table 五 spends the general budget of table 二. */
export const t5T2Codes: Check = {
  id: 't5-t2-codes',
  sentence: '按科目：表五合计等于表二一般公共预算收入',
  reason: '当年一般公共预算拨款按科目安排支出。',
  tables: [5, 2],
  templates: ['shanxi-13'],
  run: (book) =>
    sameCodes('t5-t2-codes', book, [5, 2], (pair) => [
      compareEqual(pair.a('total'), pair.b('general'), {
        check: 't5-t2-codes',
        conversion: book.disclosure.findings,
      }),
    ]),
};
