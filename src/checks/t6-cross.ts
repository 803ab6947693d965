import type { Check } from './check.ts';
import { crossFooting } from './rules/cross-footing.ts';

/** Across every line of table 六, the total equals the sum of its parts. */
export const t6Cross: Check = {
  id: 't6-cross',
  sentence: '表六每一行：合计等于人员经费加公用经费',
  reason: '同一行的分项栏是合计栏的全部构成。',
  tables: [6],
  templates: ['shanxi-13', 'national'],
  run: (book) => crossFooting('t6-cross', book, 6),
};
