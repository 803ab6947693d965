import { findMarks } from '../query/mark-text.ts';
import type { Term } from '../query/read-query.ts';
import type { RowAmount } from '../search-page.ts';

/**
 * What a table comes to: in the columns that are looked for, else as a whole. Nothing where only the heading of a column is
 * found that is blank: the whole would stand for what is in that column.
 *
 * @param headings what else than its title the table is found by
 */
export function totalsAsked(
  { title, headings, amounts }: { title: string; headings: string[]; amounts: RowAmount[] },
  terms: Term[],
): RowAmount[] {
  const holds = (text: string) => findMarks(text, terms).length > 0;
  const asked = amounts.filter(({ column }) => holds(column));
  if (asked.length > 0) return asked;
  if (!holds(title) && headings.some(holds)) return [];
  return amounts.filter(({ column }) => /^(?:合|收入总|支出总|收入合|支出合)计$/.test(column));
}
