import type { Check } from './check.ts';
import { sumOfLines } from './rules/sum-of-lines.ts';

/** In table 一, this year's spending equals the sum of its functions. */
export const t1Functions: Check = {
  id: 't1-functions',
  sentence: '表一各栏：本年支出合计等于各功能分类支出之和',
  reason: '本年支出按功能分类逐项列示。',
  tables: [1],
  templates: ['shanxi-13', 'national'],
  run: (book) => sumOfLines('t1-functions', book, 1, 'currentExpense', 'functions'),
};
