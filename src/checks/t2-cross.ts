import type { Check } from './check.ts';
import { crossFooting } from './rules/cross-footing.ts';
import { holdsCarried } from './rules/holds-carried.ts';

/** Across every line of table 二, the total equals the sum of its parts. */
export const t2Cross: Check = {
  id: 't2-cross',
  sentence: '表二每一行：合计等于各资金来源之和（上年结转单列）',
  reason: '同一行的分项栏是合计栏的全部构成。',
  tables: [2],
  templates: ['shanxi-13', 'national'],
  run: (book) => crossFooting('t2-cross', book, 2, '', holdsCarried(book) ? [] : ['carried']),
};
