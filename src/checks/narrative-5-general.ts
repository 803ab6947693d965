import type { Check } from './check.ts';
import type { Book } from './reading/book.ts';
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

/** What was carried over stands in table 五 of some provinces, and not in what their text says of it. */
const withoutCarried: Stating[] = [{ what: total, terms: (book) => [book.source(4, 'general')] }];

/** Whether the text states this year's appropriation only, beside a table that holds more. */
function leavesOutCarried(book: Book): boolean {
  const [all, own] = [book.total(5), book.source(4, 'general')];
  if (all.unchecked || own.unchecked || Math.abs(all.yuan - own.yuan) <= all.half + own.half) return false;
  return book
    .statements(5)
    .some(
      ({ what, amount }) =>
        amount && total.test(what) && Math.abs(amount.yuan - own.yuan) <= amount.half + own.half,
    );
}

/** Section 五 states the total and the functions of table 五. */
export const narrative5General: Check = {
  id: 'narrative-5-general',
  sentence: '说明五：一般公共预算当年支出及各项支出等于表五',
  reason: '情况说明解释的就是报表中的数字。',
  tables: [5],
  sections: [5],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    statedInTable(
      'narrative-5-general',
      book,
      5,
      leavesOutCarried(book) ? withoutCarried : functionPromises(book, 5, promises),
    ),
};
