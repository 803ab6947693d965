import type { Check } from './check.ts';
import { sameFunctions } from './rules/same-functions.ts';

/** Each 类 of table 三 is its line in table 一. */
export const t3T1Functions: Check = {
  id: 't3-t1-functions',
  sentence: '表三每一类的合计等于表一同名支出的合计',
  reason: '两张表按同样的功能分类划分支出。',
  tables: [3, 1],
  templates: ['shanxi-13', 'national'],
  run: (book) => sameFunctions('t3-t1-functions', book, 3, 'total', 'total'),
};
