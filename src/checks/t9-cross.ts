import type { Check } from './check.ts';
import { crossFooting } from './rules/cross-footing.ts';

/** Across every line of spending of table 九, the total equals the sum of its parts. */
export const t9Cross: Check = {
  id: 't9-cross',
  sentence: '表九支出每一行：合计等于基本支出加项目支出',
  reason: '同一行的分项栏是合计栏的全部构成。',
  tables: [9],
  templates: ['shanxi-13'],
  run: (book) => crossFooting('t9-cross', book, 9, '支出'),
};
