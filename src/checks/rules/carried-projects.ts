import type { Book } from '../reading/book.ts';
import { type Term, termOf } from '../reading/term.ts';
import { projectTotal } from './project-total.ts';

/** Table 十三's total; nothing where the table is empty and nothing was carried over. */
export function carriedProjects(book: Book): Term {
  const carried = book.line(1, 'carriedIncome');
  if (book.isEmpty(13) && !carried.unchecked && carried.yuan === 0) {
    return termOf('表十三合计', null, '万元', { table: 13 });
  }
  return projectTotal(book, 13);
}
