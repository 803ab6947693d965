import type { Cell, Column, Table } from '../../schema/table.ts';
import { distinctPaths } from './column-paths.ts';

/** A row of the transposed table: what the heading asks for, and the column that it was. */
interface Item {
  label: string;
  key: string;
  /** Heading of the year's columns, `''` where there is none. */
  group: string;
  column: number;
}

/**
 * Turns a table of “三公” expenses whose items are headings over one row of amounts into one with a row an item, as
 * the others have it. Each amount keeps its line; where several bodies have a row each, their items follow each other.
 *
 * @param extra indices of columns beside the template's: what the budget is compared with
 */
export function transposeThreePublic(table: Table, extra: ReadonlySet<number>): Table {
  const columns = [...table.columns.entries()].flatMap(([index, { role, path }]) =>
    role === 'amount' ? [itemOf(path, index)] : [],
  );
  const items = columns.filter(({ column }) => !extra.has(column));
  const others = columns.filter(({ column }) => extra.has(column));
  if (items.length === 0 || others.some(({ key }) => !items.some((item) => item.key === key))) return table;
  const groups = [...new Set([items[0]?.group ?? '', ...others.map(({ group }) => group)])];
  const names = [...table.columns.entries()].filter(([, { role }]) => role !== 'amount');
  const paths = distinctPaths(groups.map((group) => group || '预算数'));
  return {
    ...table,
    columns: [
      ...names.map(([, { path }]): Column => ({ path, role: 'text', side: '' })),
      { path: '项目', role: 'label', side: '' },
      ...paths.map((path): Column => ({ path, role: 'amount', side: '' })),
    ],
    rows: table.rows.flatMap(({ line, cells }) =>
      items.map(({ label, key }) => ({
        line,
        cells: [
          ...names.map(([index]) => cells[index] ?? ''),
          label,
          ...groups.map((group): Cell => {
            const column = columns.find((one) => one.key === key && one.group === group)?.column;
            return column === undefined ? null : (cells[column] ?? null);
          }),
        ],
      })),
    ),
  };
}

/** An item's heading, below that of the year's columns where there is one. */
function itemOf(path: string, column: number): Item {
  const words = path.split('/');
  const group = words.length > 1 && /年|预算数/.test(words[0] ?? '') ? (words.shift() ?? '') : '';
  const last = words.at(-1) ?? '';
  const label = /^(?:小计|合计)$/.test(last) && words.length > 1 ? (words.at(-2) ?? '') : last;
  return { label, key: words.join('/'), group, column };
}
