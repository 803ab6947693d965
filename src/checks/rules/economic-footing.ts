import type { CheckFinding } from '../../schema/finding.ts';
import { compareSum, unchecked } from '../compare.ts';
import type { Book } from '../reading/book.ts';
import { readEconomicGroups } from '../reading/economic-groups.ts';
import type { Line } from '../reading/table-view.ts';
import { present } from './present.ts';

/** Down every column of table 六: the total equals its groups, each group its items. */
export function economicFooting(check: string, book: Book): CheckFinding[] {
  const view = book.table(6);
  if (typeof view === 'string') return [unchecked(check, { table: 6 }, view)];
  const { total, groups, strays } = readEconomicGroups(view);
  const place = { table: 6, line: (strays[0] ?? total)?.line ?? view.table.line };
  if (!total) return [unchecked(check, place, '表六未找到「合计」一行')];
  if (strays[0]) return [unchecked(check, place, `表六「${strays[0].label}」无法归入类`)];
  if (groups.length === 0) return [unchecked(check, place, '表六没有可识别的类')];
  const sums: [Line, Line[], string][] = [
    [total, groups.map((group) => group.line), '各类'],
    ...groups
      .filter((group) => group.items.length > 0)
      .map(({ line, items }): [Line, Line[], string] => [line, items, '所列科目']),
  ];
  return present(
    view.columnsOf('').flatMap((column) =>
      sums.map(([sum, items, what]) => {
        const terms = items.map((line) => view.term(line, column));
        const printed = terms.filter((term) => term.printed !== '').length;
        return compareSum(view.term(sum, column), terms, {
          check,
          expected: `${what} ${printed} 项之和`,
          conversion: book.disclosure.findings,
        });
      }),
    ),
  );
}
