import type { Check } from './check.ts';
import { unitFooting } from './rules/unit-footing.ts';

/** In table 十三, the unit’s line equals the sum of its projects. */
export const t13Projects: Check = {
  id: 't13-projects',
  sentence: '表十三各栏：单位一行等于所列项目之和',
  reason: '单位的项目支出由各项目相加得到。',
  tables: [13],
  templates: ['shanxi-13'],
  run: (book) => unitFooting('t13-projects', book, 13),
};
