import type { CheckFinding } from '../../schema/finding.ts';
import { compareSum, unchecked } from '../compare.ts';
import type { Book } from '../reading/book.ts';
import { readThreePublic, type ThreePublicPart } from '../reading/three-public.ts';
import { present } from './present.ts';

/** Down every column of table 十: one line equals the sum of some others. */
export function threePublicSum(
  check: string,
  book: Book,
  total: ThreePublicPart,
  parts: ThreePublicPart[],
): CheckFinding[] {
  const view = book.table(10);
  if (typeof view === 'string') return [unchecked(check, { table: 10 }, view)];
  const lines = readThreePublic(view);
  const [sum, items] = [lines.get(total), parts.map((part) => lines.get(part))];
  if (!sum || items.some((line) => !line)) {
    return [unchecked(check, { table: 10, line: view.table.line }, '表十的项目不全，无法核对')];
  }
  return present(
    view.columnsOf('').map((column) => {
      const terms = items.flatMap((line) => (line ? [view.term(line, column)] : []));
      const expected = items.map((line) => line?.name ?? '').join('＋');
      return compareSum(view.term(sum, column), terms, {
        check,
        expected,
        conversion: book.disclosure.findings,
      });
    }),
  );
}
