import type { ConversionFinding } from '../../schema/finding.ts';
import { matchKey } from '../text/plain.ts';
import type { GridLine } from './read-grid.ts';

/** 类, 款 and 项 of functions; economic items have no 项. */
const levels = ['类', '款', '项'];

/**
 * Joins a code that is printed under 类, 款 and 项, or 类 and 款, into one cell: `208 | 05 | 02` → `2080502`. Where 类 or 款 is
 * blank before the rest, the code goes on from the row above. The heading words go; other cells stand as they are.
 */
export function joinCodeCells(grid: GridLine[]): { grid: GridLine[]; findings: ConversionFinding[] } {
  const heading = grid.find(({ cells }) => columnOf(cells) >= 0);
  if (!heading) return { grid, findings: [] };
  const column = columnOf(heading.cells);
  const count = matchKey(heading.cells[column + 2] ?? '') === '项' ? 3 : 2;
  let above = '';
  const joined = grid.flatMap((row): GridLine[] => {
    if (columnOf(row.cells) === column) {
      const rest = row.cells.toSpliced(column, count, '');
      return rest.some((cell) => cell !== '') ? [{ ...row, cells: rest }] : [];
    }
    const parts = row.cells.slice(column, column + count);
    const code = row.cells.length > column + count ? codeOf(parts, above) : undefined;
    if (code === undefined) return [row];
    if (/^\d+$/.test(code)) above = code;
    return [{ ...row, cells: row.cells.toSpliced(column, count, code) }];
  });
  const finding: ConversionFinding = {
    rule: 'code-cells-joined',
    status: 'decided',
    place: { line: heading.line },
    message: `第${heading.line}行起科目编码分印在${levels.slice(0, count).join('、')}${count === 3 ? '三' : '两'}栏，已合为一栏`,
  };
  return { grid: joined, findings: [finding] };
}

/** Column of 类, which 款 follows; -1 where they are not there. */
function columnOf(cells: readonly string[]): number {
  return cells.findIndex((cell, at) => matchKey(cell) === '类' && matchKey(cells[at + 1] ?? '') === '款');
}

/** One cell for three; undefined where they are no code and none has to give way. */
function codeOf([first = '', second = '', third = '']: string[], above: string): string | undefined {
  const parts = [first, second, third].map((cell) => cell.replace(/\s+/g, ''));
  const [group, division, item] = parts as [string, string, string];
  if (division === '' && item === '') return first;
  if (!/^(?:\d{3})?$/.test(group) || !/^(?:\d{2}|\d{5})?$/.test(division) || !/^(?:\d{2}|\d{7})?$/.test(item))
    return undefined;
  if (item.length === 7) return item;
  if (division.length === 5) return division + item;
  if (division === '') return above.length >= 5 ? above.slice(0, 5) + item : undefined;
  const begins = group || above.slice(0, 3);
  return begins.length === 3 ? begins + division + item : undefined;
}
