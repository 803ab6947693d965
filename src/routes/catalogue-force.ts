import { type EditionDates, inForceIn, repealOf, startOf } from '../catalogue/in-force-in.ts';

/** `自 2023-08-22 起施行，本档案所收文件中未见废止` */
export function forceSentence(editions: readonly EditionDates[], edition: EditionDates): string {
  const start = startOf(edition);
  const repeal = repealOf(editions, edition.edition);
  const begins = start === '' ? '原文未写明施行日期' : `自 ${start} 起施行`;
  return repeal
    ? `${begins}，${startOf(repeal)} 由 ${repeal.edition} 废止`
    : `${begins}，本档案所收文件中未见废止`;
}

/** Whether a disclosure's edition applied in its year, in a few words; `tone` for the badge. */
export function forceInYear(
  editions: readonly EditionDates[],
  edition: string,
  year: number,
): { text: string; tone: 'good' | 'bad' | 'open' } {
  const answer = inForceIn(editions, edition, year);
  switch (answer.status) {
    case 'in-force':
      return { text: '年度内有效', tone: 'good' };
    case 'unrepealed':
      return { text: '未见废止', tone: 'open' };
    case 'repealed':
      return { text: `已于 ${answer.since} 废止`, tone: 'bad' };
    case 'not-yet':
      return { text: `自 ${answer.since} 起才施行`, tone: 'bad' };
    case 'unknown':
      return { text: '施行日期不明', tone: 'open' };
  }
}
