import type { Check } from './check.ts';
import { footing } from './rules/footing.ts';

/** Down both sides of table 九, each subtotal equals the sum of the items beneath it. */
export const t9Footing: Check = {
  id: 't9-footing',
  sentence: '表九两侧：合计等于各类之和，每一类、款等于其下级科目之和',
  reason: '科目逐级汇总。',
  tables: [9],
  templates: ['shanxi-13'],
  run: (book) => [...footing('t9-footing', book, 9, '收入'), ...footing('t9-footing', book, 9, '支出')],
};
