import type { Check } from './check.ts';
import { unitFooting } from './rules/unit-footing.ts';

/** In table 十二, the unit’s line equals the sum of its projects. */
export const t12Projects: Check = {
  id: 't12-projects',
  sentence: '表十二各栏：单位一行等于所列项目之和',
  reason: '单位的项目支出由各项目相加得到。',
  tables: [12],
  templates: ['shanxi-13', 'national'],
  run: (book) => unitFooting('t12-projects', book, 12),
};
