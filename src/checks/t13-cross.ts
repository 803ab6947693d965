import type { Check } from './check.ts';
import { crossFooting } from './rules/cross-footing.ts';

/** Across every line of table 十三, the total equals the sum of its parts. */
export const t13Cross: Check = {
  id: 't13-cross',
  sentence: '表十三每一行：合计等于各类预算资金之和',
  reason: '同一行的分项栏是合计栏的全部构成。',
  tables: [13],
  templates: ['shanxi-13'],
  run: (book) => crossFooting('t13-cross', book, 13),
};
