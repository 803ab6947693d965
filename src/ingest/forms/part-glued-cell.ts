import type { Level2 } from '../../schema/project.ts';
import type { FormCell } from './cells-of.ts';
import { readLevel2 } from './read-level.ts';

const level2 =
  '(?:数量|质量|时效|(?:经济|社会|生态环境)?成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标';
// 数量指标清淤里程
const levelAndName = new RegExp(`^(${level2})\\s*(.{2,})$`, 'su');
const patterns: RegExp[] = [
  // 产出指标数量指标
  new RegExp(`^((?:成本|产出|效益|满意度)指标)\\s*((?:${level2}|服务对象满意度).*)$`, 'su'),
  levelAndName,
  // ≥20里数量指标
  new RegExp(`^(.*\\d.*?|.*\\s)\\s*(${level2})$`, 'su'),
  // 培训成本≤400元
  /^([^≥≤]{3,}?)\s*([≥≤＞＜]\s*\d.*)$/su,
  // 清淤里程 20里
  /^([^\d≥≤]{4,}?)\s+(\d[\d.,]*\s*(?:%|[\u3400-\u9fff/]{1,6}))$/su,
];

/**
 * Parts a cell of the lists that holds two printed ones: two level words, a level word and a name, a name and its
 * value, a value and the level word of the other half. Returns the cell alone where it is one.
 */
export function partGluedCell(cell: FormCell, row: FormCell[]): FormCell[] {
  if (readLevel2(cell.text)) return [cell];
  for (const pattern of patterns) {
    const match = pattern.exec(cell.text);
    if (!match) continue;
    const parts = [match[1] as string, match[2] as string].map((text) => text.trim());
    const words = parts.map(readLevel2);
    if (pattern === levelAndName && words[0] && isPrintedBeside(words[0], cell, row)) continue;
    return parts.flatMap((text) => partGluedCell({ text, column: cell.column }, [cell]));
  }
  return [cell];
}

/** Whether the level word stands before the cell by itself, so that the cell is a name which begins with it. */
function isPrintedBeside(word: Level2, cell: FormCell, row: FormCell[]): boolean {
  const alone = row.filter((other) => readLevel2(other.text) === word);
  return alone.length >= 2 || alone.some((other) => row.indexOf(other) === row.indexOf(cell) - 1);
}
