import { isBodyName, withoutBodyCode } from '../../schema/body-name.ts';
import type { Disclosure } from '../../schema/disclosure.ts';
import { yuanOf } from '../../schema/figure.ts';
import { isSum, splitBySums } from '../../schema/split-by-sums.ts';
import { type Line, plainName, type TableView } from '../reading/table-view.ts';

/** A body's line of a department's list, and the lines below it that it sums up. */
export interface UnitGroup {
  head: Line;
  projects: Line[];
}

/** A list by unit (十一, 十二, 十三). */
export interface UnitLines {
  /** The unit's own line, or 合计. Undefined where no line can be told to be it, or a department prints none. */
  total: Line | undefined;
  /** Lines that print the total again. */
  repeats: Line[];
  /** What the total is the sum of: projects, or where there are groups, their heads. */
  items: Line[];
  /** Bodies with their projects, in a department's list; empty where the projects stand directly below the total. */
  groups: UnitGroup[];
  /** Lines that sum up no others. */
  projects: Line[];
  /** Whether it is certain which lines are sums. */
  certain: boolean;
}

/**
 * Reads a list whose first line sums up the rest.
 *
 * Some systems print a line for the department and another for the unit with the same amounts; a department's list
 * may hold a line for every unit above that unit's projects. Both are sums, not items.
 */
export function readUnitLines(view: TableView, disclosure: Disclosure): UnitLines {
  const lines = view.lines.filter((line) => line.amounts.size > 0 && line.name !== '');
  const column = view.column('', 'total');
  const amount = (line: Line) => (column ? yuanOf(line.amounts.get(column.path)) : undefined);
  const near = (some: readonly Line[], sum: Line) => {
    const added = some.reduce((total, line) => total + (amount(line) ?? 0), 0);
    return isSum(added, some.length, amount(sum));
  };
  const [first, ...rest] = lines;
  const isTotal = (line: Line) =>
    withoutBodyCode(line.name) === plainName(disclosure.unit.name) ||
    /^(部门|单位)?(合计|总计)$/.test(line.name);
  const plain = (total: Line | undefined, items: Line[], repeats: Line[], certain: boolean): UnitLines => ({
    total,
    repeats,
    items,
    groups: [],
    projects: items,
    certain,
  });
  if (!first || !column) return plain(undefined, [], [], false);
  if (!isTotal(first) && !(rest.length > 0 && near(rest, first))) {
    const bodies = withoutTotal(view, lines, amount);
    const total = bodies?.[0]?.head === first ? undefined : first;
    if (
      !bodies ||
      (total &&
        !near(
          bodies.map(({ head }) => head),
          total,
        ))
    )
      return plain(undefined, lines, [], false);
    return ofGroups(total, [], bodies);
  }
  if (view.number === 11) return plain(first, rest, [], true);

  const repeats = rest.filter((line) => isTotal(line) && amount(line) === amount(first));
  const items = rest.filter((line) => !repeats.includes(line));
  if (near(items, first)) return plain(first, items, repeats, true);
  const groups = groupsOf(items, first, amount, near, disclosure);
  if (groups) return ofGroups(first, repeats, groups);
  // The unit's line again, with another amount: one of the two is wrong.
  const again = items.filter((line) => line.name === first.name);
  const others = items.filter((line) => !again.includes(line));
  return plain(first, others, [...repeats, ...again], disclosure.kind === '单位' || near(others, first));
}

function ofGroups(total: Line | undefined, repeats: Line[], groups: UnitGroup[]): UnitLines {
  const printed = groups.filter(({ projects }) => projects.length > 0);
  return {
    total,
    repeats,
    items: groups.map(({ head }) => head),
    groups: printed,
    projects: groups.flatMap(({ head, projects }) => (projects.length > 0 ? projects : [head])),
    certain: true,
  };
}

/** Bodies of a department's list that prints no line for the department, or one under another name. */
function withoutTotal(
  view: TableView,
  lines: Line[],
  amount: (line: Line) => number | undefined,
): UnitGroup[] | undefined {
  const isBody = (line: Line) => isBodyName(withoutBodyCode(line.name));
  if (view.number === 11)
    return lines.every(isBody) ? lines.map((head) => ({ head, projects: [] })) : undefined;
  return [lines, lines.slice(1)]
    .map((some) => groupsBySums(some, amount))
    .find((groups) => groups !== undefined && groups.length > 1 && groups.every(({ head }) => isBody(head)));
}

function groupsBySums(lines: Line[], amount: (line: Line) => number | undefined): UnitGroup[] | undefined {
  return splitBySums(lines.map(amount))?.map(({ head, items }) => ({
    head: lines[head] as Line,
    projects: items.map((index) => lines[index] as Line),
  }));
}

type IsSum = (some: readonly Line[], sum: Line) => boolean;

/**
 * Bodies and the projects below each; undefined where the list has no such lines.
 *
 * By sums first: every line belongs to a body that is the sum of the lines right below it. Where an amount is wrong or
 * not read, by names: bodies that forms name, or lines called like one that no form is about, if the rest of the sums agree.
 */
function groupsOf(
  items: Line[],
  total: Line,
  amount: (line: Line) => number | undefined,
  near: IsSum,
  { projects: forms }: Disclosure,
): UnitGroup[] | undefined {
  const bySums = groupsBySums(items, amount);
  if (bySums) return bySums;
  const units = new Set(forms.map(({ unit }) => plainName(unit)));
  const named = new Set(forms.map(({ name }) => plainName(name)));
  const groups: UnitGroup[] = [];
  for (const line of items) {
    if (
      units.has(withoutBodyCode(line.name)) ||
      (isBodyName(withoutBodyCode(line.name)) && !named.has(line.name))
    )
      groups.push({ head: line, projects: [] });
    else if (groups.length === 0) return undefined;
    else groups.at(-1)?.projects.push(line);
  }
  if (groups.length === 0 || groups.some(({ projects }) => projects.length === 0)) return undefined;
  // The unit itself, once more.
  if (groups.every(({ head }) => head.name === total.name)) return undefined;
  const agree =
    groups.some(({ head, projects }) => near(projects, head)) ||
    near(
      groups.map(({ head }) => head),
      total,
    ) ||
    near(
      groups.flatMap(({ projects }) => projects),
      total,
    );
  return agree ? groups : undefined;
}
