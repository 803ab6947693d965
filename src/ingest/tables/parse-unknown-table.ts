import type { MoneyUnit } from '../../schema/figure.ts';
import { readFigure } from '../../schema/read-figure.ts';
import type { Column, Table } from '../../schema/table.ts';
import type { SourceLine } from '../source-line.ts';
import { columnPaths, distinctPaths } from './column-paths.ts';
import { isOrdinalRow } from './match-header.ts';
import { isAmountLike } from './place-cells.ts';
import { readGrid } from './read-grid.ts';
import { readTableLines } from './read-table-lines.ts';

/**
 * Keeps a table that no template knows: its header rows become column paths, its cells stay where they are.
 * Amounts are read only where a money unit is printed; else every cell stays text.
 */
export function parseUnknownTable(lines: SourceLine[], title = '', line?: number): Table {
  const around = readTableLines(lines);
  const grid = readGrid(around.grid).filter(({ cells }) => !isOrdinalRow(cells));
  const width = Math.max(1, ...grid.map(({ cells }) => cells.length));
  const first = grid.findIndex(({ cells }, index) => isData(cells, index));
  // Rows of words above the first figures, as a list of units above its 合计, are no header of many rows.
  const header = grid.slice(0, first < 0 || first > 4 ? 1 : Math.max(first, 1));
  const repeated = new Set(header.map(({ cells }) => cells.join('\t')));
  const rows = grid.slice(header.length).filter(({ cells }) => !repeated.has(cells.join('\t')));
  const paths = distinctPaths(
    columnPaths(
      header.map(({ cells }) => cells),
      width,
    ),
  );
  const columns = paths.map((path, index): Column => ({ path, role: roleOf(index), side: '' }));
  return {
    number: null,
    title: title.replace(/\s+/g, ''),
    line: line ?? grid[0]?.line ?? lines[0]?.line ?? 1,
    unit: around.unit ?? '万元',
    columns,
    rows: rows.map((row) => ({
      line: row.line,
      cells: columns.map(({ role }, index) => {
        const text = row.cells[index] ?? '';
        return role === 'amount' ? readFigure(text, around.unit as MoneyUnit) : text;
      }),
    })),
    notes: around.notes,
    noData: around.noData,
  };

  function roleOf(column: number): Column['role'] {
    if (/(?:行次|序号|栏次)$/.test(paths[column] ?? '')) return 'text';
    const cells = rows.map(({ cells: row }) => row[column] ?? '').filter((cell) => cell !== '');
    if (cells.length > 0 && cells.every((cell) => /^\d{3,9}$/.test(cell)))
      return column < 2 ? 'code' : 'text';
    const amounts = cells.filter((cell) => readsAsAmount(cell));
    if (around.unit && cells.length > 0 && amounts.length === cells.length) return 'amount';
    return column < 3 && cells.some((cell) => /\p{Script=Han}/u.test(cell)) && firstLabel() === column
      ? 'label'
      : 'text';
  }

  function firstLabel(): number {
    for (let column = 0; column < width; column++) {
      if (rows.some(({ cells }) => /\p{Script=Han}/u.test(cells[column] ?? ''))) return column;
    }
    return 0;
  }
}

function readsAsAmount(cell: string): boolean {
  const figure = readFigure(cell, '万元');
  return figure === null || 'yuan' in figure;
}

/** A line with an amount or only a name, or one whose first cell is a code or a total: data begins here. */
function isData(cells: string[], index: number): boolean {
  if (cells.some((cell) => isAmountLike(cell) && /[.,]\d/.test(cell))) return true;
  if (/^\d{3,9}$/.test(cells[0] ?? '')) return true;
  if (index === 0) return false;
  // 序号, numbers of staff and cars; a year may head a column.
  if (cells.some((cell) => /^\d{1,3}$|^\d{5,}$/.test(cell))) return true;
  const [first = '', ...others] = cells.filter((cell) => cell !== '');
  // 合计 heads columns too, beside other words.
  if (/^(?:合计|总计)$/.test(first) && others.length >= 2) return others.some((cell) => isAmountLike(cell));
  return /^(?:合计|总计|[一二三四五]、)/.test(first) || (others.length === 0 && first === cells[0]);
}
