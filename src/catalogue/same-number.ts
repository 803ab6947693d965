/** Whether two document numbers are the same, whatever brackets they are printed with. */
export function sameNumber(a: string, b: string): boolean {
  const plain = (number: string): string => number.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  return plain(a) !== '' && plain(a) === plain(b);
}
