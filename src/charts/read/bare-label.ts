/** A label without its ordinal and inner blanks: `八、社会保障和就业支出` → `社会保障和就业支出`. */
export function bareLabel(label: string): string {
  return label
    .replace(/\s+/g, '')
    .replace(/^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[)）]|\d+[、.．]|[①-⑩])/, '');
}
