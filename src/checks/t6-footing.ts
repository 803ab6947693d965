import type { Check } from './check.ts';
import { economicFooting } from './rules/economic-footing.ts';

/** Down every column of table 六, the total equals its groups and each group its items. */
export const t6Footing: Check = {
  id: 't6-footing',
  sentence: '表六各栏：合计等于各类之和，每一类等于所列科目之和',
  reason: '经济科目按类、款汇总。',
  tables: [6],
  templates: ['shanxi-13', 'national'],
  run: (book) => economicFooting('t6-footing', book),
};
