import type { Check } from './check.ts';
import type { Book } from './reading/book.ts';
import { operandOf, type Term } from './reading/term.ts';
import { operatingDenied } from './rules/operating-denied.ts';
import { projectTotal } from './rules/project-total.ts';
import { type Stating, statedInTable } from './rules/stated-in-table.ts';

const promises: Stating[] = [
  {
    what: /机关运行经费(财政拨款)?(支出)?(预算)?(数|总额|安排|支出)?$/,
    terms: (book) => [projectTotal(book, 11), ...unitTerms(book)],
  },
];

/** The lines of table 十一: a department may state what each of its units has. */
function unitTerms(book: Book): Term[] {
  const view = book.table(11);
  return typeof view === 'string' ? [] : view.lines.map((line) => view.find(line, '', 'total', line.label));
}

/** Section 八 states the total of table 十一. */
export const narrative8Operating: Check = {
  id: 'narrative-8-operating',
  sentence: '说明八：机关运行经费等于表十一合计',
  reason: '情况说明解释的就是报表中的数字。',
  tables: [11],
  sections: [8],
  templates: ['shanxi-13'],
  run: (book) => {
    const denial = operatingDenied(book);
    if (!denial) return statedInTable('narrative-8-operating', book, 8, promises);
    const check = 'narrative-8-operating';
    const empty = book.isEmpty(11) || projectTotal(book, 11).yuan === 0;
    const place = { section: 8, line: denial };
    const message = `说明称没有机关运行经费，表十一${empty ? '也没有金额' : '印有金额'}`;
    if (empty) return [{ check, outcome: '相符', place, operands: [], message }];
    const operands = [operandOf(projectTotal(book, 11))];
    return [{ check, outcome: '不符', place, operands, message, likely: 'publication' }];
  },
};
