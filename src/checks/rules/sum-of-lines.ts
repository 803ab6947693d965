import type { CheckFinding } from '../../schema/finding.ts';
import { compareSum, unchecked } from '../compare.ts';
import type { Book } from '../reading/book.ts';
import { present } from './present.ts';

/** Down every amount column: a summing line of a two-sided table equals the sum of the lines above it. */
export function sumOfLines(
  check: string,
  book: Book,
  number: number,
  row: 'currentIncome' | 'currentExpense' | 'carriedIncome',
  items: 'sources' | 'functions' | 'carriedSources',
): CheckFinding[] {
  const view = book.table(number);
  if (typeof view === 'string') return [unchecked(check, { table: number }, view)];
  const lines = book.twoSided(view);
  const total = lines[row];
  if (!total || lines[items].length === 0) {
    const open = book.line(number, row);
    return [unchecked(check, open.place, open.unchecked ?? `${view.name}未列出「${total?.label}」的构成`)];
  }
  return present(
    view.columnsOf(total.side).map((column) => {
      const terms = lines[items].map((line) => view.term(line, column));
      const printed = terms.filter((term) => term.printed !== '').length;
      return compareSum(view.term(total, column), terms, {
        check,
        expected: `所列 ${printed} 项之和`,
        conversion: book.disclosure.findings,
      });
    }),
  );
}
