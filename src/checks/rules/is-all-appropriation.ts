import type { Book } from '../reading/book.ts';

/** Whether all money of the body is fiscal appropriation, this year's and carried over, as table 一 and 四 print it. */
export function isAllAppropriation(book: Book): boolean {
  const other = [book.source(1, 'account'), book.source(1, 'own')];
  const [all, fiscal] = [book.line(1, 'carriedIncome'), book.line(4, 'carriedIncome')];
  const terms = [...other, all, fiscal];
  return (
    terms.every((term) => !term.unchecked) &&
    other.every((term) => term.yuan === 0) &&
    all.yuan === fiscal.yuan
  );
}
