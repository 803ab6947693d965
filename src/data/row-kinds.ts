import { type CodeNode, readCodeTree } from '../checks/reading/code-tree.ts';
import { readEconomicGroups } from '../checks/reading/economic-groups.ts';
import { economicItems } from '../checks/reading/economic-items.ts';
import { type Line, TableView } from '../checks/reading/table-view.ts';
import { readThreePublic } from '../checks/reading/three-public.ts';
import { readTwoSided } from '../checks/reading/two-sided.ts';
import { readUnitLines } from '../checks/rules/read-unit-lines.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { yuanOf } from '../schema/figure.ts';
import type { Table } from '../schema/table.ts';

/** What a row of a table is to someone who adds up a column: the 明细 are all that the 合计 is made of, each once. */
export type RowKind = '合计' | '小计' | '明细';

type Kinds = Map<Line, RowKind>;

/** Names of a sum, whatever it is of; `其中` begins a part of the line above. */
const sumOrPart = /(合计|总计|小计)$|^其中/;

/**
 * What each row of a table is, in the order of `entriesOf`. A row has a kind only where codes, names or the template
 * leave no doubt: null for rows that may be either, and for all but the total where one of them stands in the way.
 */
export function rowKindsOf(table: Table, disclosure: Disclosure): (RowKind | null)[] {
  if (table.number === null) return [];
  const view = new TableView(table.number, table);
  const kinds = readKinds(view, disclosure);
  return view.lines.map((line) => {
    const kind = kinds.get(line) ?? null;
    return kind === '明细' && sumOrPart.test(line.name) ? null : kind;
  });
}

function readKinds(view: TableView, disclosure: Disclosure): Kinds {
  switch (view.number) {
    case 1:
    case 4:
      return ofTwoSides(view);
    case 6:
      return ofGroups(view);
    case 9:
      return new Map(['收入', '支出'].flatMap((side) => [...ofCodes(view, side)]));
    case 10:
      return ofThreePublic(view);
    case 11:
    case 12:
    case 13:
      return ofUnits(view, disclosure);
    default:
      return ofCodes(view, '');
  }
}

/** 类 款 项: the rows of the longest codes are items, those with printed rows beneath are their sums. */
function ofCodes(view: TableView, side: string): Kinds {
  const { total, roots, strays } = readCodeTree(view, side);
  const kinds: Kinds = new Map();
  if (total) kinds.set(total, '合计');
  if (strays.length > 0) return kinds;
  let longest = 0;
  for (const { code } of view.sideLines(side))
    if (/^\d+$/.test(code)) longest = Math.max(longest, code.length);
  const walk = ({ line, children }: CodeNode): void => {
    if (children.some((child) => child.line.amounts.size > 0)) kinds.set(line, '小计');
    else if (children.length === 0 && line.code.length === longest) kinds.set(line, '明细');
    for (const child of children) walk(child);
  };
  for (const root of roots) walk(root);
  return kinds;
}

/** Table 六: groups have no government item beside them; an item has one, a code of five digits or a known name. */
function ofGroups(view: TableView): Kinds {
  const { total, groups, strays } = readEconomicGroups(view);
  const kinds: Kinds = new Map();
  if (total) kinds.set(total, '合计');
  const items = groups.flatMap((group) => group.items);
  const isItem = ({ code, counterpart, name }: Line) =>
    /^\d{5}$/.test(code) || (code === '' && (counterpart !== '' || economicItems.has(name)));
  if (strays.length > 0 || !items.every(isItem)) return kinds;
  for (const item of items) kinds.set(item, '明细');
  for (const group of groups) kinds.set(group.line, group.items.length > 0 ? '小计' : '明细');
  return kinds;
}

/** Tables 一 and 四: what stands above 本年合计, what was carried over, and the two sums. */
function ofTwoSides(view: TableView): Kinds {
  const sides = readTwoSided(view);
  const kinds: Kinds = new Map();
  for (const line of [...sides.sources, ...sides.functions, ...sides.carriedSources]) kinds.set(line, '明细');
  const hasParts = sides.carriedSources.some((line) => line.amounts.size > 0);
  if (sides.carriedIncome) kinds.set(sides.carriedIncome, hasParts ? '小计' : '明细');
  if (sides.closing) kinds.set(sides.closing, '明细');
  for (const line of [sides.currentIncome, sides.currentExpense]) if (line) kinds.set(line, '小计');
  for (const line of [sides.totalIncome, sides.totalExpense]) if (line) kinds.set(line, '合计');
  return kinds;
}

/** Table 十: vehicles are a sum where purchase or running is printed. */
function ofThreePublic(view: TableView): Kinds {
  const lines = readThreePublic(view);
  const hasParts = (['purchase', 'running'] as const).some(
    (part) => (lines.get(part)?.amounts.size ?? 0) > 0,
  );
  const kinds: Kinds = new Map();
  for (const [part, line] of lines)
    kinds.set(line, part === 'total' ? '合计' : part === 'vehicles' && hasParts ? '小计' : '明细');
  return kinds;
}

/** Tables 十一 to 十三: the first line sums up the rest, in a department over lines of its units. */
function ofUnits(view: TableView, disclosure: Disclosure): Kinds {
  const kinds: Kinds = new Map();
  const { total, repeats, items, groups, projects, certain } = readUnitLines(view, disclosure);
  const column = view.column('', 'total');
  if (!certain || !column) return kinds;
  const amount = (line: Line) => yuanOf(line.amounts.get(column.path)) ?? 0;
  if (total) {
    kinds.set(total, '合计');
    const off = items.reduce((yuan, line) => yuan + amount(line), 0) - amount(total);
    // A line that repeats the total under another name would double the sum.
    if (Math.abs(off) > 50 * (items.length + 1)) return kinds;
  }
  for (const line of repeats) kinds.set(line, '合计');
  for (const { head } of groups) kinds.set(head, '小计');
  for (const line of projects) kinds.set(line, '明细');
  return kinds;
}
