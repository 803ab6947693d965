import type { Check } from './check.ts';
import { crossFooting } from './rules/cross-footing.ts';

/** Across every line of table 十, the total equals the sum of its parts. */
export const t10Cross: Check = {
  id: 't10-cross',
  sentence: '表十每一行：合计等于各类预算资金之和',
  reason: '同一行的分项栏是合计栏的全部构成。',
  tables: [10],
  templates: ['shanxi-13'],
  run: (book) => crossFooting('t10-cross', book, 10),
};
