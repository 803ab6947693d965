import type { Check } from './check.ts';
import { sumOfLines } from './rules/sum-of-lines.ts';

/** In table 四, this year's spending equals the sum of its functions. */
export const t4Functions: Check = {
  id: 't4-functions',
  sentence: '表四各栏：本年支出合计等于各功能分类支出之和',
  reason: '本年支出按功能分类逐项列示。',
  tables: [4],
  templates: ['shanxi-13', 'national'],
  run: (book) => sumOfLines('t4-functions', book, 4, 'currentExpense', 'functions'),
};
