import { type FormCell, type FormRow, plain } from './cells-of.ts';
import { isWholeLevel2, readLevel1 } from './read-level.ts';

/**
 * Puts together the level words that a wrap broke over two rows: 生态环境 above 成本指标, 服务 above 对象满意度指标. Apart,
 * their halves read as other words, or as parts of a name.
 */
export function joinBrokenWords<Row extends FormRow>(rows: Row[]): Row[] {
  const joined = rows.map((row) => ({ ...row, cells: [...row.cells] }));
  joined.forEach((row, index) => {
    const next = joined[index + 1];
    if (!next) return;
    row.cells.forEach((cell, at) => {
      const end = next.cells.find((one) => one.column === cell.column);
      if (!end || !isBroken(cell, end)) return;
      row.cells[at] = { ...cell, text: plain(cell.text) + plain(end.text) };
      next.cells.splice(next.cells.indexOf(end), 1);
    });
  });
  return joined.filter(({ cells }) => cells.length > 0);
}

/** 社会公众或服务对象满意度指标 is the longest level word. */
const longest = 14;

function isBroken(above: FormCell, below: FormCell): boolean {
  if (above.text.length + below.text.length > longest) return false;
  return !isLevel(above.text) && isLevel(plain(above.text) + plain(below.text));
}

function isLevel(text: string): boolean {
  return isWholeLevel2(text) || readLevel1(text) !== null;
}
