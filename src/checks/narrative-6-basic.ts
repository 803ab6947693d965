import type { Check } from './check.ts';
import { type Stating, statedInTable } from './rules/stated-in-table.ts';

const promises: Stating[] = [
  { what: /基本支出(预算)?$/, terms: (book) => [book.economicTotal()] },
  { what: /^人员经费(支出|预算)?$/, terms: (book) => [book.economicTotal('staff')] },
  { what: /^(日常)?公用经费(支出|预算)?$/, terms: (book) => [book.economicTotal('office')] },
];

/** Section 六 states the totals of table 六. */
export const narrative6Basic: Check = {
  id: 'narrative-6-basic',
  sentence: '说明六：基本支出、人员经费、公用经费等于表六',
  reason: '情况说明解释的就是报表中的数字。',
  tables: [6],
  sections: [6],
  templates: ['shanxi-13'],
  run: (book) => statedInTable('narrative-6-basic', book, 6, promises),
};
