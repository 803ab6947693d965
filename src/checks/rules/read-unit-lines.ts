import type { Disclosure } from '../../schema/disclosure.ts';
import { yuanOf } from '../../schema/figure.ts';
import { type Line, plainName, type TableView } from '../reading/table-view.ts';

/** A list by unit (十一, 十二, 十三): its total, and what the total is the sum of. */
export interface UnitLines {
  /** The unit's own line, or 合计. Undefined where no line can be told to be it. */
  total: Line | undefined;
  /** Lines below it; repetitions of the total and subtotals of units are left out. */
  items: Line[];
  /** Whether it is certain which lines are subtotals. */
  certain: boolean;
}

/**
 * Reads a list whose first line sums up the rest.
 *
 * Some systems print a line for the department and another for the unit with the same amounts; a department's list
 * may hold a line for every unit above that unit's projects. Both are sums, not items.
 */
export function readUnitLines(view: TableView, { unit, kind }: Disclosure): UnitLines {
  const lines = view.lines.filter((line) => line.amounts.size > 0 && line.name !== '');
  const column = view.column('', 'total');
  const amount = (line: Line) => (column ? yuanOf(line.amounts.get(column.path)) : undefined);
  const [first, ...rest] = lines;
  const isTotal = (line: Line) =>
    line.name === plainName(unit.name) || /^(部门|单位)?(合计|总计)$/.test(line.name);
  if (!first || !column) return { total: undefined, items: [], certain: false };
  const sumOf = (some: Line[]) => some.reduce((yuan, line) => yuan + (amount(line) ?? 0), 0);
  const near = (some: Line[], yuan: number | undefined) =>
    yuan !== undefined && Math.abs(sumOf(some) - yuan) <= 50 * (some.length + 1);
  if (!isTotal(first) && !(rest.length > 0 && near(rest, amount(first)))) {
    return { total: undefined, items: lines, certain: false };
  }
  const repeats = (line: Line) =>
    isTotal(line) && (amount(line) === amount(first) || line.name === first.name);
  const items = rest.filter((line) => view.number === 11 || !repeats(line));
  if (kind === '单位' || near(items, amount(first))) return { total: first, items, certain: true };
  const units = subtotals(items, near, amount);
  return { total: first, items: units.length > 0 ? units : items, certain: near(units, amount(first)) };
}

/** Lines that are the sum of the lines right below them, e.g. a unit above its projects. */
function subtotals(
  items: Line[],
  near: (some: Line[], yuan: number | undefined) => boolean,
  amount: (line: Line) => number | undefined,
): Line[] {
  const found: Line[] = [];
  for (let index = 0; index < items.length; ) {
    const head = items[index] as Line;
    let end = index + 1;
    while (end < items.length && !near(items.slice(index + 1, end), amount(head))) end += 1;
    if (end === index + 1 || !near(items.slice(index + 1, end), amount(head))) return [];
    found.push(head);
    index = end;
  }
  return found;
}
