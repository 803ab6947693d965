import type { Book } from '../reading/book.ts';

/**
 * Whether 合计 of table 二 is all income: it stands beside 上年结转 as one of its parts, where 本年收入 has no column or
 * heading of its own.
 */
export function holdsCarried(book: Book): boolean {
  const view = book.table(2);
  if (typeof view === 'string') return false;
  const total = view.column('', 'total');
  return total !== undefined && !total.path.includes('/') && view.column('', 'carried') !== undefined;
}
