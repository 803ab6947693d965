import { type FormCell, type FormRow, plain } from './cells-of.ts';
import type { ListColumn } from './list-columns.ts';
import { readLevel1, readLevel2 } from './read-level.ts';

const amount = /^[-−]?[\d,，]+(\.\d+)?$/;
const sign = /^([≥≤><＞＜=＝≧≦]{1,2}|定性|定量|(大于|小于|等于|大于等于|小于等于|正向|反向)(指标)?|其他|无)$/;

/**
 * Puts the cells of a row into the columns of its list: as printed, or moved to the right by the blank cells that it lost in
 * front. Null where neither, or more than one way, agrees with what the columns hold.
 */
export function placeListRow(row: FormRow, columns: ListColumn[]): FormRow | null {
  const lost = columns.length - row.width;
  const fits = (by: number) => row.cells.every((cell) => isAtHome(cell, columns[cell.column + by]));
  if (fits(0)) return row;
  const shifts = Array.from({ length: Math.max(lost, 0) }, (_, index) => index + 1).filter(fits);
  const [by, other] = shifts;
  if (by === undefined || other !== undefined) return null;
  return {
    ...row,
    width: row.width + by,
    cells: row.cells.map((cell) => ({ ...cell, column: cell.column + by })),
  };
}

/** Whether a cell can stand in a column. */
function isAtHome({ text }: FormCell, column: ListColumn | undefined): boolean {
  const isLevel1 = readLevel1(text) !== null && /指标$/.test(plain(text));
  const isLevel2 = readLevel2(text) !== null && /指标$/.test(plain(text));
  switch (column?.kind) {
    case undefined:
      return false;
    // 成本指标 and 满意度指标 are printed at both levels; some lists have levels of their own.
    case 'level1':
    case 'level2':
      return (
        readLevel2(text) !== null || readLevel1(text) !== null || /^\p{Script=Han}{2,10}$/u.test(plain(text))
      );
    case 'money':
      return amount.test(plain(text));
    case 'sign':
      return sign.test(plain(text));
    case 'indicator':
      return !isLevel1 && !isLevel2 && !sign.test(plain(text)) && !/^[≥≤><]|^[\d.,]+%?$/.test(plain(text));
    case 'name':
    case 'unit':
      return !isLevel1 && !isLevel2 && !/^[\d,]+\.\d+$/.test(plain(text)) && !sign.test(plain(text));
    case 'text':
      return !isLevel1 && !isLevel2 && !amount.test(plain(text));
    case 'value':
    case 'measure':
      return !isLevel1 && !isLevel2;
    default:
      return true;
  }
}
