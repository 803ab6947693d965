import { isDeepStrictEqual } from 'node:util';
import type { PhrasingContent, TableCell } from 'mdast';
import type { MoneyUnit } from '../schema/figure.ts';
import { readFigure } from '../schema/read-figure.ts';
import type { Cell, ColumnRole } from '../schema/table.ts';
import { marked, readMarked, text } from './marker.ts';

/** What the printed text of a cell says by itself. */
function ordinary(printed: string, role: ColumnRole, unit: MoneyUnit): Cell {
  return role === 'amount' ? readFigure(printed, unit) : printed;
}

/**
 * A cell as inline Markdown: what was printed. Where the value is not what the printed text says by itself
 * (an undecided figure, a dash that stands for text), the value follows as an invisible remark in JSON.
 */
export function writeCell(cell: Cell, role: ColumnRole, unit: MoneyUnit): PhrasingContent[] {
  const printed = cell === null ? '' : typeof cell === 'string' ? cell : cell.printed;
  if (isDeepStrictEqual(ordinary(printed, role, unit), cell)) return text(printed);
  const rest = cell !== null && typeof cell === 'object' ? { ...cell, printed: undefined } : cell;
  return marked(printed, writeJson(rest));
}

/** The inverse of `writeCell`. */
export function readCell(node: TableCell, role: ColumnRole, unit: MoneyUnit): Cell {
  const { text: printed, remark } = readMarked(node);
  if (remark === null) return ordinary(printed, role, unit);
  const value = readJson(remark, printed);
  return value !== null && typeof value === 'object' ? { printed, ...value } : value;
}

function readJson(remark: string, printed: string) {
  try {
    return JSON.parse(remark);
  } catch {
    throw new Error(`「${printed}」后面的注释不是完整的 JSON`);
  }
}

/** JSON that can stand in an HTML comment in a table: nothing in it ends the comment or the cell. */
export function writeJson(value: unknown): string {
  const reference = (found: string) =>
    found.replace(/./g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return JSON.stringify(value).replace(/--+|[>|`]/g, reference);
}
