import { isRead, type ReadFigure } from '../schema/figure.ts';
import { type Entry, entriesOf, type Table } from '../schema/table.ts';
import { columnName } from './column-name.ts';
import type { RowAmount } from './search-page.ts';

/** Rows that sum up a table, or one side of it, blanks removed. */
const totalLabel = /^(收入|支出|部门|单位)?[合总]计$/;
/** Columns that sum up a row. */
const totalColumn = /(合计|小计|总计)$/;

/** A row with the amount that sums it up. */
interface Sum {
  label: string;
  entry: Entry;
  main: { path: string; figure: ReadFigure };
}

/**
 * The amounts that say what a whole table comes to: first 收入总计 and 支出总计, or 合计, then the same by columns. They are
 * those of the rows called so; else of a first row that is the sum of all others, as the body is above its projects; else
 * of the only row. None where the table does not tell, or where it comes to nothing.
 */
export function totalsOfTable(table: Table): RowAmount[] {
  const rows = entriesOf(table).flatMap((entry): Sum[] => {
    const main = mainOf(entry);
    return main ? [{ label: (entry.label || entry.code).replace(/\s/g, ''), entry, main }] : [];
  });
  const sums = sumsOf(rows).filter(({ main }) => main.figure.yuan !== 0);
  return [...sums.map((sum) => amountOf(nameOf(sum), sum.main.figure)), ...sums.flatMap(byColumn)];
}

/** The rows that sum up the others, each name once. */
function sumsOf(rows: Sum[]): Sum[] {
  const called = rows.filter(({ label }) => totalLabel.test(label));
  if (called.length > 0)
    return called.filter((sum, index) => called.findIndex((one) => nameOf(one) === nameOf(sum)) === index);
  const [first, ...others] = rows;
  return first && (others.length === 0 || isSumOf(first, others)) ? [first] : [];
}

function nameOf({ label }: Sum): string {
  return /^[收支]/.test(label) ? label : '合计';
}

function byColumn(sum: Sum): RowAmount[] {
  const { entry, main } = sum;
  const side = entry.side ? `${nameOf(sum)}/` : '';
  return [...entry.amounts].flatMap(([path, figure]) =>
    path !== main.path && isRead(figure) && figure.yuan !== 0
      ? [amountOf(side + columnName(path, entry.side), figure)]
      : [],
  );
}

function amountOf(column: string, { printed, yuan }: ReadFigure): RowAmount {
  return { column, printed, yuan };
}

function mainOf({ amounts }: Entry): Sum['main'] | undefined {
  const all = [...amounts];
  const [path = '', figure] = all.find(([column]) => totalColumn.test(column)) ?? all[0] ?? [];
  return isRead(figure) ? { path, figure } : undefined;
}

/** Whether rows sum up to another: printed amounts are rounded, each by up to half of 0.01 万元. */
function isSumOf({ main }: Sum, rows: Sum[]): boolean {
  const sum = rows.reduce((all, row) => all + row.main.figure.yuan, 0);
  return Math.abs(sum - main.figure.yuan) <= rows.length * 50;
}
