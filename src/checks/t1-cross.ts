import type { Check } from './check.ts';
import { crossFooting } from './rules/cross-footing.ts';

/** Across every line of table 一, the total equals what this year and what the carry-over pays for. */
export const t1Cross: Check = {
  id: 't1-cross',
  sentence: '表一支出每一行：合计等于当年预算安排加上年结转安排',
  reason: '支出只有当年预算和上年结转两个来源。',
  tables: [1],
  templates: ['shanxi-13'],
  run: (book) => crossFooting('t1-cross', book, 1, '支出'),
};
