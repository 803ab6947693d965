import type { Cell, Column, Row, Table } from '../../schema/table.ts';
import { distinctPaths } from './column-paths.ts';

/** A row of the transposed table: what the heading asks for, and the column that it was. */
interface Item {
  label: string;
  key: string;
  column: number;
}

/**
 * Turns a table of “三公” expenses whose items are headings over one row of amounts into one with a row an item, as
 * the others have it. Each amount keeps its line; rows of several bodies become columns.
 *
 * @param extra indices of columns beside the template's: what the budget is compared with
 */
export function transposeThreePublic(table: Table, extra: ReadonlySet<number>): Table {
  const amounts = [...table.columns.keys()].filter((index) => table.columns[index]?.role === 'amount');
  const items = amounts
    .filter((index) => !extra.has(index))
    .map((index) => itemOf(table.columns[index] as Column, index, false));
  const compared = amounts.filter((index) => extra.has(index));
  const groups = [...new Set(compared.map((index) => groupOf(table.columns[index] as Column)))];
  const others = compared.map((index) => itemOf(table.columns[index] as Column, index, true));
  if (items.length === 0 || others.some(({ key }) => !items.some((item) => item.key === key))) return table;
  const label = table.columns.findIndex(({ role }) => role === 'label');
  const nameOf = (row: Row) => (label < 0 ? '' : String(row.cells[label] ?? '')) || '预算数';
  const columns = table.rows.flatMap((row) => [
    { row, path: nameOf(row), columnOf: ({ column }: Item): number | undefined => column },
    ...groups.map((group) => ({
      row,
      path: [...(table.rows.length > 1 ? [nameOf(row)] : []), group].join('/'),
      columnOf: ({ key }: Item) =>
        others.find((other) => other.key === key && groupOf(table.columns[other.column] as Column) === group)
          ?.column,
    })),
  ]);
  const paths = distinctPaths(columns.map(({ path }) => path));
  return {
    ...table,
    columns: [
      { path: '项目', role: 'label', side: '' },
      ...paths.map((path): Column => ({ path, role: 'amount', side: '' })),
    ],
    rows: items.map((item) => ({
      line: table.rows[0]?.line ?? table.line,
      cells: [
        item.label,
        ...columns.map(({ row, columnOf }): Cell => {
          const column = columnOf(item);
          return column === undefined ? null : (row.cells[column] ?? null);
        }),
      ],
    })),
  };
}

function itemOf({ path }: Column, column: number, grouped: boolean): Item {
  const words = path.split('/').slice(grouped ? 1 : 0);
  const last = words.at(-1) ?? '';
  const label = /^(?:小计|合计)$/.test(last) && words.length > 1 ? (words.at(-2) ?? '') : last;
  return { label, key: words.join('/'), column };
}

function groupOf({ path }: Column): string {
  return path.split('/')[0] ?? '';
}
