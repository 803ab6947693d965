import type { Book } from '../reading/book.ts';
import { projectTotal } from './project-total.ts';

/**
 * Whether basic and project spending of the body are all paid from this year's general budget.
 *
 * Basic spending is, where there is no other source and nothing or only projects were carried over; project
 * spending is, where nothing was carried over at all.
 */
export function isAllGeneral(book: Book): { basic: boolean; project: boolean } {
  const others = (['fund', 'capital', 'account', 'own'] as const).map((kind) => book.source(1, kind));
  const carried = book.line(1, 'carriedIncome');
  const single = others.every((term) => !term.unchecked && term.yuan === 0) && !carried.unchecked;
  const projects = projectTotal(book, 13);
  const onlyProjects = carried.yuan === 0 || (!projects.unchecked && projects.yuan === carried.yuan);
  return { basic: single && onlyProjects, project: single && carried.yuan === 0 };
}
