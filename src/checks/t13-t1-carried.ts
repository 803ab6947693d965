import type { Check } from './check.ts';
import { compareWithin } from './compare.ts';
import { present } from './rules/present.ts';
import { projectTotal } from './rules/project-total.ts';

/** The projects of table 十三 are carried over in table 一. */
export const t13T1Carried: Check = {
  id: 't13-t1-carried',
  sentence: '表十三合计不超过表一上年结转',
  reason: '表十三的项目由上年结转资金安排。',
  tables: [13, 1],
  templates: ['shanxi-13'],
  run: (book) =>
    present([
      compareWithin(projectTotal(book, 13), book.line(1, 'carriedIncome'), {
        check: 't13-t1-carried',
        conversion: book.disclosure.findings,
      }),
    ]),
};
