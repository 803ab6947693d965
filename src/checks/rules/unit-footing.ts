import type { CheckFinding } from '../../schema/finding.ts';
import { compareSum, unchecked } from '../compare.ts';
import type { Book } from '../reading/book.ts';
import { present } from './present.ts';
import { readUnitLines } from './read-unit-lines.ts';

/**
 * Down every amount column of a list by unit: the line of the unit, and each line that prints it again, equals the sum of
 * the lines below it; so does the line of every body in a department's list.
 */
export function unitFooting(check: string, book: Book, number: number): CheckFinding[] {
  const view = book.table(number);
  if (typeof view === 'string') return [unchecked(check, { table: number }, view)];
  const { total, repeats, items, groups, certain } = readUnitLines(view, book.disclosure);
  const place = { table: number, line: total?.line ?? view.table.line };
  if (!total && groups.length === 0) return [unchecked(check, place, `${view.name}未找到单位或合计一行`)];
  if (items.length === 0) return [unchecked(check, place, `${view.name}只有合计，没有所列明细`)];
  if (!certain) return [unchecked(check, place, `${view.name}的下级单位小计无法与项目区分`)];
  const sums = [
    ...[total, ...repeats].flatMap((line) => (line ? [{ line, items }] : [])),
    ...groups.map(({ head, projects }) => ({ line: head, items: projects })),
  ];
  return present(
    sums.flatMap((sum) =>
      view.columnsOf('').map((column) => {
        const terms = sum.items.map((line) => view.term(line, column));
        const printed = terms.filter((term) => term.printed !== '').length;
        return compareSum(view.term(sum.line, column), terms, {
          check,
          expected: `所列 ${printed} 项之和`,
          conversion: book.disclosure.findings,
        });
      }),
    ),
  );
}
