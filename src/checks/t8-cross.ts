import type { Check } from './check.ts';
import { crossFooting } from './rules/cross-footing.ts';

/** Across every line of table 八, the total equals the sum of its parts. */
export const t8Cross: Check = {
  id: 't8-cross',
  sentence: '表八每一行：合计等于基本支出加项目支出',
  reason: '同一行的分项栏是合计栏的全部构成。',
  tables: [8],
  templates: ['shanxi-13', 'national'],
  run: (book) => crossFooting('t8-cross', book, 8),
};
