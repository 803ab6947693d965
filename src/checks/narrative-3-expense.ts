import type { Check } from './check.ts';
import { type Stating, statedInTable } from './rules/stated-in-table.ts';
import { totalOrKind } from './rules/wholes.ts';

const total =
  /(?<!一般公共|政府性基金|国有资本经营|财政拨款|基本|项目)(预算支出|支出总计|支出合计|总支出|支出总?预算(总额|合计|共计)?)$/;

const spending = totalOrKind(total);

const promises: Stating[] = [
  {
    what: total,
    terms: (book) => [book.total(3), book.line(1, 'totalExpense')],
  },
  { what: /^基本支出(预算)?$/, of: spending, terms: (book) => [book.total(3, 'basic')] },
  { what: /^项目支出(预算)?$/, of: spending, terms: (book) => [book.total(3, 'project')] },
];

/** Section 三 states the spending of table 三. */
export const narrative3Expense: Check = {
  id: 'narrative-3-expense',
  sentence: '说明三：支出预算、基本支出、项目支出等于表三',
  reason: '情况说明解释的就是报表中的数字。',
  tables: [3],
  sections: [3],
  templates: ['shanxi-13', 'national'],
  run: (book) => statedInTable('narrative-3-expense', book, 3, promises),
};
