import type { Check } from './check.ts';
import { footing } from './rules/footing.ts';

/** Down every column of table 二, each subtotal equals the sum of the items beneath it. */
export const t2Footing: Check = {
  id: 't2-footing',
  sentence: '表二各栏：合计等于各类之和，每一类、款等于其下级科目之和',
  reason: '科目按类、款、项逐级汇总，上级金额由下级金额相加得到。',
  tables: [2],
  templates: ['shanxi-13', 'national'],
  run: (book) => footing('t2-footing', book, 2),
};
