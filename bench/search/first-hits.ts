import type { PageAnswer } from './ask-page.ts';

/** A realistic query with what its first hit must be. */
export interface FirstHit {
  query: string;
  /** Must stand in the text of the first hit. */
  first: string;
  /** Beginning of the first hit's link, below the base. */
  link?: string;
  /** Number of hits, where it is known. */
  total?: number;
}

/** Queries whose first hit is not what a reader expects, with what came instead. */
export function judgeFirstHits(expected: FirstHit[], answers: PageAnswer[]): string[] {
  return expected.flatMap(({ query, first, link = '', total }, index) => {
    const answer = answers[index];
    const text = answer?.first.replace(/\s+/g, ' ') ?? '';
    const right =
      text.includes(first) &&
      (answer?.links[0] ?? '').startsWith(link) &&
      (total === undefined || total === answer?.total);
    return right
      ? []
      : [
          `${query}: expected ${first} ${link}${total ?? ''}, got ${answer?.total}: ${text.slice(0, 80)} ${answer?.links[0]}`,
        ];
  });
}
