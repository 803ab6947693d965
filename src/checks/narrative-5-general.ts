import type { Check } from './check.ts';
import { functionPromises } from './rules/function-promises.ts';
import { type Stating, statedInTable } from './rules/stated-in-table.ts';
import { totalOrKind } from './rules/wholes.ts';

const total = /一般公共预算(财政)?(拨款)?(当年|本年)?(财政)?(拨款)?(支出|拨款)(预算)?(总额)?$/;

const spending = totalOrKind(total);

const promises: Stating[] = [
  {
    what: total,
    // 当年 is what table 五 holds; some add what was carried over.
    terms: (book) => [book.total(5), book.line(4, 'totalExpense', 'general')],
  },
  { what: /^基本支出(预算)?$/, of: spending, terms: (book) => [book.total(5, 'basic')] },
  { what: /^项目支出(预算)?$/, of: spending, terms: (book) => [book.total(5, 'project')] },
];

/** Section 五 states the total and the functions of table 五. */
export const narrative5General: Check = {
  id: 'narrative-5-general',
  sentence: '说明五：一般公共预算当年支出及各项支出等于表五',
  reason: '情况说明解释的就是报表中的数字。',
  tables: [5],
  sections: [5],
  templates: ['shanxi-13', 'national'],
  run: (book) => statedInTable('narrative-5-general', book, 5, functionPromises(book, 5, promises)),
};
