import type { Check } from './check.ts';
import { sumOfLines } from './rules/sum-of-lines.ts';

/** In table 四, this year's income equals the sum of its sources. */
export const t4IncomeSources: Check = {
  id: 't4-income-sources',
  sentence: '表四：本年收入合计等于各项收入来源之和',
  reason: '本年收入按来源逐项列示。',
  tables: [4],
  templates: ['shanxi-13', 'national'],
  run: (book) => sumOfLines('t4-income-sources', book, 4, 'currentIncome', 'sources'),
};
