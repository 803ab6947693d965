import type { ConversionFinding } from '../../schema/finding.ts';
import type { TablePart } from './find-parts.ts';
import type { GridLine } from './read-grid.ts';
import type { LeafTemplate } from './template.ts';

const codeAndName = /^(\d{3}|\d{5}|\d{7})\s*(\p{Script=Han}.*)$/u;
const nameAndAmount = /^(.*\p{Script=Han}\S*)\s+(-?\d[\d,]*\.\d{2})$/u;
const twoAmounts = /^(-?\d[\d,]*\.\d{2})\s+(-?\d[\d,]*\.\d{2})$/;

/**
 * Parts what the reading has put into one cell: code and name, name and amount, two amounts. Only where the row
 * has room for it: fewer cells than the table has columns, or a blank one right after.
 */
export function partMergedCells(
  parts: TablePart[],
  leaves: LeafTemplate[],
): { parts: TablePart[]; findings: ConversionFinding[] } {
  const findings: ConversionFinding[] = [];
  return { parts: parts.map((part) => ({ ...part, rows: part.rows.map(partRow) })), findings };

  function partRow(row: GridLine): GridLine {
    let cells = row.cells;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] as string;
      const match =
        (wantsCode(index) && codeAndName.exec(cell)) || nameAndAmount.exec(cell) || twoAmounts.exec(cell);
      if (!match) continue;
      const [, first = '', second = ''] = match;
      if (cells.length < leaves.length) cells = cells.toSpliced(index, 1, first, second);
      else if (cells[index + 1] === '') cells = cells.with(index, first).with(index + 1, second);
      else continue;
      findings.push({
        rule: 'cell-parted',
        status: 'decided',
        place: { line: row.line },
        message: `第${row.line}行「${cell}」一格内连印两项，已分开`,
        actual: cell,
      });
    }
    return cells === row.cells ? row : { ...row, cells };
  }

  function wantsCode(index: number): boolean {
    return leaves.some(({ role }, leaf) => role === 'code' && leaf >= index && leaf <= index + 1);
  }
}
