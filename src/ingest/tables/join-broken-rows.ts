import { bodyName } from '../../schema/body-name.ts';
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
  const label = leaves.findIndex(({ key }) => key === 'label');
  const code = leaves.findIndex(({ key }) => key === 'code');
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
    findings: [...findings, ...openNames()],
  };

  function joinRows(rows: GridLine[]): GridLine[] {
    const out: GridLine[] = [];
    for (let index = 0; index < rows.length; index++) {
      const before = out.at(-1);
      const middle = before ? piecesFrom(rows, index) : [];
      const row = rows[index + middle.length] as GridLine;
      const near = before && (!row.gap || isRestOfCode(before, row));
      const joined = near ? (joinSplit(withMore(before, middle), row) ?? joinTail(before, row)) : undefined;
      if (!before || !joined) {
        out.push(rows[index] as GridLine);
        continue;
      }
      index += middle.length;
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

  /** Lines without cells between the line before and the one that has its amounts: a name over three lines or more. */
  function piecesFrom(rows: GridLine[], index: number): GridLine[] {
    const end = rows.findIndex(({ piece }, at) => at >= index && !piece);
    const pieces = end < 0 ? [] : rows.slice(index, end);
    return pieces.some(({ gap, cells }) => gap || beginsName.test(cells[0] ?? '')) ? [] : pieces;
  }

  function withMore(before: GridLine, pieces: GridLine[]): GridLine {
    if (pieces.length === 0) return before;
    const name = [before.cells.at(-1), ...pieces.map(({ cells }) => cells[0])].join(' ');
    return { ...before, cells: before.cells.with(-1, joinWraps(name)) };
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
    if (!isNameAlone(row) || before.cells.length !== row.cells.length) return undefined;
    const [head, tail] = [before.cells[label] ?? '', row.cells[label] ?? ''];
    // Where rows have codes, a name without one is no row of its own.
    const isTail =
      spec.order === 'codes'
        ? /^\d{3,7}$/.test(before.cells[code] ?? '') && tail.length <= head.length && !beginsName.test(tail)
        : tail.length <= 8 && head.length >= 8 && tail.length < head.length;
    return isTail ? before.cells.with(label, `${head}${tail}`) : undefined;
  }

  /** Whether a row has a name and nothing else, and names neither a body nor a total. */
  function isNameAlone({ cells, piece }: GridLine): boolean {
    if (piece || (spec.order !== 'codes' && spec.order !== 'economic')) return false;
    const name = cells[label] ?? '';
    const alone = cells.every((cell, index) => index === label || cell === '');
    return alone && /\p{Script=Han}/u.test(name) && !bodyName.test(name) && !/合计$|总计$/.test(name);
  }

  /** Lines that may be a part of a name above or below, and were joined with neither. */
  function openNames(): ConversionFinding[] {
    const isOpen = (row: GridLine) => row.piece || (spec.order === 'codes' && isNameAlone(row));
    return joined
      .flatMap(({ rows }) => rows.filter(isOpen))
      .map(({ line, cells, piece }) => ({
        rule: 'name-open',
        status: 'undecided',
        place: { line },
        message: `第${line}行「${cells.join('')}」可能是上一行或下一行名称的一部分，无法确定，按${piece ? '附注' : '原行'}保留`,
        actual: cells.join(''),
      }));
  }
}

function amountsIn({ cells }: GridLine): number {
  return cells.filter((cell) => isAmountLike(cell) && /[.,]/.test(cell)).length;
}
