import type { CheckFinding } from '../../schema/finding.ts';
import { compareSum, unchecked } from '../compare.ts';
import type { Book } from '../reading/book.ts';
import { termOf } from '../reading/term.ts';
import { present } from './present.ts';

/** Down every amount column of the spending side: 支出总计 = 本年支出合计 + 年终结转 (blank where not printed). */
export function sumOfRows(check: string, book: Book, number: number): CheckFinding[] {
  const view = book.table(number);
  if (typeof view === 'string') return [unchecked(check, { table: number }, view)];
  const { currentExpense, closing, totalExpense } = book.twoSided(view);
  if (!currentExpense || !totalExpense) {
    const open = book.line(number, currentExpense ? 'totalExpense' : 'currentExpense');
    return [unchecked(check, open.place, open.unchecked ?? '')];
  }
  return present(
    view.columnsOf('支出').map((column) => {
      const left = closing
        ? view.term(closing, column)
        : termOf('年终结转', null, view.table.unit, { table: number });
      return compareSum(view.term(totalExpense, column), [view.term(currentExpense, column), left], {
        check,
        expected: '本年支出合计＋年终结转',
        conversion: book.disclosure.findings,
      });
    }),
  );
}
