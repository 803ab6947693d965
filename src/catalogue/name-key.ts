/** Name without what width, brackets and blanks make different: names with one key are the same name. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').replaceAll('〈', '<').replaceAll('〉', '>');
}
