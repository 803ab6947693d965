import type { SourceLine } from '../source-line.ts';

/** Whether the line is 单位名称 or 单位：万元, as they stand above a table's header. */
export function isHeadLine(text: string): boolean {
  return /^(?:单位名称|金额单位|单位)[:：]/.test(text.trim());
}

/** Where a table's head begins: 单位名称 and 单位：万元 above its header are its own. */
export function headOf(lines: SourceLine[], header: number): number {
  let first = header;
  for (let index = header - 1; index >= 0; index--) {
    const text = lines[index]?.text ?? '';
    if (text.trim() === '') continue;
    if (!isHeadLine(text)) break;
    first = index;
  }
  return first;
}
