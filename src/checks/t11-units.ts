import type { Check } from './check.ts';
import { unitFooting } from './rules/unit-footing.ts';

/** In table 十一, the total equals the sum of the units. */
export const t11Units: Check = {
  id: 't11-units',
  sentence: '表十一各栏：部门合计等于各单位之和',
  reason: '部门合计由所列单位相加得到。',
  tables: [11],
  templates: ['shanxi-13'],
  run: (book) => unitFooting('t11-units', book, 11),
};
