import type { Check } from './check.ts';
import { sumOfLines } from './rules/sum-of-lines.ts';

/** In table 四, the carry-over equals the sum of its funds. */
export const t4CarriedSources: Check = {
  id: 't4-carried-sources',
  sentence: '表四：上年财政拨款结转等于所列各类预算结转之和',
  reason: '结转的财政拨款按三类预算列示。',
  tables: [4],
  templates: ['shanxi-13', 'national'],
  run: (book) => sumOfLines('t4-carried-sources', book, 4, 'carriedIncome', 'carriedSources'),
};
