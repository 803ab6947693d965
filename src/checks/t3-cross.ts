import type { Check } from './check.ts';
import { crossFooting } from './rules/cross-footing.ts';

/** Across every line of table 三, the total equals the sum of its parts. */
export const t3Cross: Check = {
  id: 't3-cross',
  sentence: '表三每一行：合计等于基本支出加项目支出',
  reason: '同一行的分项栏是合计栏的全部构成。',
  tables: [3],
  templates: ['shanxi-13', 'national'],
  run: (book) => crossFooting('t3-cross', book, 3),
};
