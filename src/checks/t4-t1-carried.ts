import type { Check } from './check.ts';
import { compareWithin } from './compare.ts';
import { present } from './rules/present.ts';

/** What table 四 carries over is a part of what table 一 does. */
export const t4T1Carried: Check = {
  id: 't4-t1-carried',
  sentence: '表四上年财政拨款结转不超过表一上年结转',
  reason: '结转的财政拨款是全部结转资金的一部分。',
  tables: [4, 1],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    present([
      compareWithin(book.line(4, 'carriedIncome'), book.line(1, 'carriedIncome'), {
        check: 't4-t1-carried',
        conversion: book.disclosure.findings,
      }),
    ]),
};
