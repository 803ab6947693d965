import type { Check } from './check.ts';
import { crossFooting } from './rules/cross-footing.ts';

/** Across every line of table 五, the total equals the sum of its parts. */
export const t5Cross: Check = {
  id: 't5-cross',
  sentence: '表五每一行：合计等于基本支出加项目支出',
  reason: '同一行的分项栏是合计栏的全部构成。',
  tables: [5],
  templates: ['shanxi-13', 'national'],
  run: (book) => crossFooting('t5-cross', book, 5),
};
