import type { Check } from './check.ts';
import { type Stating, statedInTable } from './rules/stated-in-table.ts';

const promises: Stating[] = [
  {
    what: /预算收入$|收入预算$|收入总计$|收入合计$|总收入$|收入预算总额$/,
    terms: (book) => [book.line(1, 'totalIncome'), book.line(1, 'currentIncome')],
  },
  { what: /^一般公共预算/, terms: (book) => [book.source(1, 'general')] },
  { what: /^政府性基金/, terms: (book) => [book.source(1, 'fund')] },
  { what: /^国有资本/, terms: (book) => [book.source(1, 'capital')] },
  { what: /^财政专户/, terms: (book) => [book.source(1, 'account')] },
  { what: /^单位资金/, terms: (book) => [book.source(1, 'own')] },
  { what: /^上年结转/, terms: (book) => [book.line(1, 'carriedIncome')] },
];

/** Section 二 states the sources of income of table 一. */
export const narrative2Income: Check = {
  id: 'narrative-2-income',
  sentence: '说明二：预算收入及各资金来源等于表一',
  reason: '情况说明解释的就是报表中的数字。',
  tables: [1],
  sections: [2],
  templates: ['shanxi-13'],
  run: (book) => statedInTable('narrative-2-income', book, 2, promises),
};
