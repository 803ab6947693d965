import type { Check } from './check.ts';
import { sumOfLines } from './rules/sum-of-lines.ts';

/** In table 一, this year's income equals the sum of its sources. */
export const t1IncomeSources: Check = {
  id: 't1-income-sources',
  sentence: '表一：本年收入合计等于各项收入来源之和',
  reason: '本年收入按来源逐项列示。',
  tables: [1],
  templates: ['shanxi-13', 'national'],
  run: (book) => sumOfLines('t1-income-sources', book, 1, 'currentIncome', 'sources'),
};
