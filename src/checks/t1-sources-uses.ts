import type { Check } from './check.ts';
import { compareEqual, unchecked } from './compare.ts';
import { present } from './rules/present.ts';

/** In table 一, this year’s income pays for what is planned for this year, and the carry-over for the rest. */
export const t1SourcesUses: Check = {
  id: 't1-sources-uses',
  sentence: '表一：当年预算安排的支出总计等于本年收入合计，上年结转安排的支出总计等于上年结转',
  reason: '当年预算由本年收入安排，上年结转安排由上年结转的资金安排。',
  tables: [1],
  templates: ['shanxi-13'],
  run: (book) => {
    const closing = book.line(1, 'closing');
    if (!closing.unchecked && closing.yuan !== 0) {
      return [unchecked('t1-sources-uses', closing.place, '表一有年终结转，两栏的来源无法逐一对应')];
    }
    const wording = { check: 't1-sources-uses', conversion: book.disclosure.findings };
    return present([
      compareEqual(book.line(1, 'totalExpense', 'current'), book.line(1, 'currentIncome'), wording),
      compareEqual(book.line(1, 'totalExpense', 'carried'), book.line(1, 'carriedIncome'), wording),
    ]);
  },
};
