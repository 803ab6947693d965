import type { Check } from './check.ts';
import { crossFooting } from './rules/cross-footing.ts';

/** Across every line of table 十二, the total equals the sum of its parts. */
export const t12Cross: Check = {
  id: 't12-cross',
  sentence: '表十二每一行：合计等于各资金来源之和',
  reason: '同一行的分项栏是合计栏的全部构成。',
  tables: [12],
  templates: ['shanxi-13', 'national'],
  run: (book) => crossFooting('t12-cross', book, 12),
};
