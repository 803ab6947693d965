/** Path of a column without its side: `支出/2031年合计` on the side 支出 → `2031年合计`. */
export function columnName(path: string, side: string): string {
  return side && path.startsWith(`${side}/`) ? path.slice(side.length + 1) : path;
}
