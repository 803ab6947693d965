import type { Check } from './check.ts';
import { crossFooting } from './rules/cross-footing.ts';

/** Across every line of table 四, the subtotal equals the sum of the funds. */
export const t4Cross: Check = {
  id: 't4-cross',
  sentence: '表四支出每一行：小计等于一般公共预算、政府性基金预算、国有资本经营预算之和',
  reason: '财政拨款由这三类预算构成。',
  tables: [4],
  templates: ['shanxi-13', 'national'],
  run: (book) => crossFooting('t4-cross', book, 4, '支出'),
};
