import type { MoneyUnit } from '../../schema/figure.ts';
import { readFigure } from '../../schema/read-figure.ts';
import type { Column, Table } from '../../schema/table.ts';
import type { SourceLine } from '../source-line.ts';
import { joinWraps } from '../text/plain.ts';
import { isOrdinalRow } from './match-header.ts';
import { isAmountLike } from './place-cells.ts';
import { type GridLine, readGrid } from './read-grid.ts';
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
  const header = grid.slice(0, first < 0 ? Math.min(1, grid.length) : Math.max(first, 1));
  const repeated = new Set(header.map(({ cells }) => cells.join('\t')));
  const rows = grid.slice(header.length).filter(({ cells }) => !repeated.has(cells.join('\t')));
  const paths = pathsOf(header, width);
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

/** A line with an amount, or one whose first cell is a code or a total: data begins here. */
function isData(cells: string[], index: number): boolean {
  if (cells.some((cell) => isAmountLike(cell) && /[.,]\d/.test(cell))) return true;
  if (/^\d{3,9}$/.test(cells[0] ?? '')) return true;
  return index > 0 && /^(?:合计|总计|[一二三四五]、)/.test(cells.find((cell) => cell !== '') ?? '');
}

/** Column paths from flattened header rows: a blank beside a filled cell continues it where something stands below. */
function pathsOf(header: GridLine[], width: number): string[] {
  const levels = header.map(({ cells }) =>
    Array.from({ length: width }, (_, column) => joinWraps(cells[column] ?? '').replace(/\s+/g, '')),
  );
  const paths = Array.from({ length: width }, (_, column) => {
    const words = levels.map((level, depth) => {
      if (level[column]) return level[column] as string;
      const below = levels.slice(depth + 1).some((lower) => lower[column]);
      if (!below) return '';
      for (let left = column - 1; left >= 0; left--) if (level[left]) return level[left] as string;
      return '';
    });
    return (
      words.filter((word, index) => word !== '' && word !== words[index - 1]).join('/') || `第${column + 1}列`
    );
  });
  const seen = new Map<string, number>();
  return paths.map((path) => {
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    return count === 1 ? path : `${path}（${count}）`;
  });
}
