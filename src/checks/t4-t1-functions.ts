import type { Check } from './check.ts';
import { isAllAppropriation } from './rules/is-all-appropriation.ts';
import { sameFunctions } from './rules/same-functions.ts';

/** Each function of table 四 is its line in table 一, or a part of it where there is other money than appropriation. */
export const t4T1Functions: Check = {
  id: 't4-t1-functions',
  sentence: '表四每一项支出不超过表一同名支出；全部资金都是财政拨款时两者相等',
  reason: '财政拨款支出是全部支出的一部分。',
  tables: [4, 1],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    sameFunctions(
      't4-t1-functions',
      book,
      4,
      'total',
      'total',
      isAllAppropriation(book) ? 'equal' : 'within',
    ),
};
