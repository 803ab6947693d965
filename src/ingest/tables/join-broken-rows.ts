import type { ConversionFinding } from '../../schema/finding.ts';
import { joinWraps } from '../text/plain.ts';
import type { TablePart } from './find-parts.ts';
import { fits } from './place-cells.ts';
import type { GridLine } from './read-grid.ts';
import type { LeafTemplate, TableTemplate } from './template.ts';

/** Joins rows that a line break inside a cell, or the wrap of a long name, has split over two lines. */
export function joinBrokenRows(
  parts: TablePart[],
  spec: TableTemplate,
  leaves: LeafTemplate[],
): { parts: TablePart[]; findings: ConversionFinding[] } {
  const findings: ConversionFinding[] = [];
  return { parts: parts.map((part) => ({ ...part, rows: joinRows(part.rows) })), findings };

  function joinRows(rows: GridLine[]): GridLine[] {
    const out: GridLine[] = [];
    for (const row of rows) {
      const before = out.at(-1);
      const joined = before && !row.gap ? (joinSplit(before, row) ?? joinTail(before, row)) : undefined;
      if (!before || !joined) {
        out.push(row);
        continue;
      }
      out[out.length - 1] = { ...before, cells: joined };
      findings.push({
        rule: 'row-joined',
        status: 'decided',
        place: { line: before.line },
        message: `第${before.line}行与第${row.line}行是同一行被断开，已合并`,
      });
    }
    return out;
  }

  /** A line break inside a cell: the two lines have together one cell more than the table. */
  function joinSplit(before: GridLine, row: GridLine): string[] | undefined {
    const width = leaves.length;
    if (before.cells.length >= width || before.cells.length + row.cells.length - 1 !== width)
      return undefined;
    const cells = [
      ...before.cells.slice(0, -1),
      joinWraps(`${before.cells.at(-1)} ${row.cells[0]}`),
      ...row.cells.slice(1),
    ];
    return cells.every((cell, index) => fits(cell, leaves[index] as LeafTemplate)) ? cells : undefined;
  }

  /** The tail of a wrapped name, alone in its column below the rest. */
  function joinTail(before: GridLine, row: GridLine): string[] | undefined {
    if (spec.order !== 'projects' && spec.order !== 'economic') return undefined;
    const label = leaves.findIndex(({ key }) => key === 'label');
    const filled = row.cells.flatMap((cell, index) => (cell === '' ? [] : [index]));
    if (filled.length !== 1 || filled[0] !== label || before.cells.length !== row.cells.length)
      return undefined;
    const [head, tail] = [before.cells[label] ?? '', row.cells[label] ?? ''];
    const isTail =
      tail.length <= 8 &&
      head.length >= 8 &&
      tail.length < head.length &&
      !/(?:局|中心|院|校|合计)$/.test(tail);
    return isTail ? before.cells.with(label, `${head}${tail}`) : undefined;
  }
}
