import { sameNumber } from './same-number.ts';

/** The editions on which depends what is said of one of them: itself, and those that repeal it. */
export function editionsAbout<Edition extends { edition: string; repeals: readonly string[] }>(
  editions: readonly Edition[],
  edition: string,
): Edition[] {
  if (edition === '') return [];
  const isMeant = (number: string) => number === edition || sameNumber(number, edition);
  return editions.filter((one) => isMeant(one.edition) || one.repeals.some(isMeant));
}
