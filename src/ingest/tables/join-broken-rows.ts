import type { ConversionFinding } from '../../schema/finding.ts';
import { joinWraps, matchKey } from '../text/plain.ts';
import type { TablePart } from './find-parts.ts';
import { fits, isAmountLike } from './place-cells.ts';
import type { GridLine } from './read-grid.ts';
import type { LeafTemplate, TableTemplate } from './template.ts';

/** How a name begins, so that it is no rest of the one above. */
const beginsName =
  /^(?:[一二三四五六七八九十]+[、.]|[①②③（(]|本年|上年|年终|收入总计|支出总计|合计|总计|\d{3})/;

const brokenTotal = /^(?:本年(?:收入|支出)合计|(?:收入|支出)总计)$/;
const publicItem =
  /^(?:因公出国\(境\)费用?|公务接待费|公务用车购置(?:及|和)运行(?:维护)?费|[12]?公务用车(?:购置|运行维护)费|合计)$/;

/** Joins rows that a line break inside a cell, or the wrap of a long name, has split over two lines. */
export function joinBrokenRows(
  parts: TablePart[],
  spec: TableTemplate,
  leaves: LeafTemplate[],
): { parts: TablePart[]; loose: GridLine[]; findings: ConversionFinding[] } {
  const findings: ConversionFinding[] = [];
  // A page break may stand inside a row, so rows are joined over parts too.
  const joined: TablePart[] = [];
  for (const part of parts) {
    const before = part.header ? undefined : joined.at(-1);
    const last = before?.rows.at(-1);
    const rows = joinRows(last ? [last, ...part.rows] : part.rows);
    if (before && last) before.rows = before.rows.with(-1, rows.shift() as GridLine);
    joined.push({ ...part, rows });
  }
  return {
    parts: joined.map((part) => ({ ...part, rows: part.rows.filter(({ piece }) => !piece) })),
    loose: joined.flatMap(({ rows }) => rows.filter(({ piece }) => piece)),
    findings,
  };

  function joinRows(rows: GridLine[]): GridLine[] {
    const out: GridLine[] = [];
    for (const row of rows) {
      const before = out.at(-1);
      const near = before && (!row.gap || isRestOfCode(before, row));
      const joined = near ? (joinSplit(before, row) ?? joinTail(before, row)) : undefined;
      if (!before || !joined) {
        out.push(row);
        continue;
      }
      const { piece, ...whole } = before;
      // The row stands on the line that its amounts are printed on.
      const line = amountsIn(row) > amountsIn(before) ? row.line : before.line;
      out[out.length - 1] = { ...whole, line, cells: joined };
      findings.push({
        rule: 'row-joined',
        status: 'decided',
        place: { line },
        message: `第${before.line}行与第${row.line}行是同一行被断开，已合并`,
      });
    }
    return out;
  }

  /** Over a gap only where neither line can stand alone: a code without amounts, then amounts without a code. */
  function isRestOfCode(before: GridLine, row: GridLine): boolean {
    if (spec.order !== 'codes') return false;
    return (
      /^\d{3,7}$/.test(before.cells[0] ?? '') &&
      before.cells.length <= 2 &&
      /^\p{Script=Han}/u.test(row.cells[0] ?? '')
    );
  }

  /** A line break inside a cell: the two lines have together one cell more than the table. */
  function joinSplit(before: GridLine, row: GridLine): string[] | undefined {
    const width = leaves.length;
    const name = `${before.cells.at(-1)}${row.cells[0]}`;
    if (spec.order === 'three-public' && !publicItem.test(matchKey(name))) return undefined;
    if (beginsName.test(row.cells[0] ?? '') && !brokenTotal.test(name)) return undefined;
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

function amountsIn({ cells }: GridLine): number {
  return cells.filter((cell) => isAmountLike(cell) && /[.,]/.test(cell)).length;
}
