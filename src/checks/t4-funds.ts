import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import type { Book } from './reading/book.ts';
import type { ColumnKind } from './reading/column-kind.ts';
import type { Term } from './reading/term.ts';
import { present } from './rules/present.ts';

const check = 't4-funds';

/** Each fund's own table spends what table 四 gives it, with or without what was carried over. */
export const t4Funds: Check = {
  id: check,
  sentence: '表五、表八、表九合计分别等于表四一般公共预算、政府性基金预算、国有资本经营预算栏的本年支出',
  reason:
    '三类预算的支出各有一张表，财政拨款收支总表按栏汇总；有的地方各表不含上年结转，则等于表四的本年收入。',
  tables: [4, 5, 8, 9],
  templates: ['national'],
  run: (book) =>
    present([
      same(book, 5, 'general'),
      book.isEmpty(8) ? null : same(book, 8, 'fund'),
      book.isEmpty(9) ? null : same(book, 9, 'capital'),
    ]),
};

function same(book: Book, number: number, kind: ColumnKind) {
  const wording = { check, conversion: book.disclosure.findings };
  const own = book.total(number);
  const [spent, income] = [book.line(4, 'currentExpense', kind), book.source(4, kind)];
  const other = isEqual(own, spent) || !isEqual(own, income) ? spent : income;
  return compareEqual(own, other, wording);
}

function isEqual(a: Term, b: Term): boolean {
  return !a.unchecked && !b.unchecked && a.yuan === b.yuan;
}
