import type { Kind } from '../search-page.ts';
import type { KnownPage } from './open-pages.ts';

/** What a kind weighs: titles and names before body text. */
const weights: Record<Kind, number> = {
  单位: 10,
  项目: 5,
  表格行: 5,
  目录条目: 4,
  名词: 4,
  绩效指标: 3,
  说明: 0,
};

/** Relevance of all hits of a kind on a page: titles and names before body text, what is repealed after what is in force. */
export function baseRelevance(
  kind: Kind,
  { repealedBy, year }: Pick<KnownPage, 'year' | 'repealedBy'>,
): number {
  return weights[kind] - (repealedBy ? 3 : 0) + (year - 2000) / 1000;
}

/**
 * Gives the relevance of a hit, beside its page's; greater comes first.
 *
 * In this order: more terms in the row itself; whole cells before parts; nearer terms; names before body; a repealed
 * edition after those in force. The year, as the last, only parts what is else equal.
 *
 * @param own terms in the row itself
 * @param grades sum of the terms' grades
 * @param span tokens between the nearest terms, −1 where not known
 */
export function relevance(own: number, grades: number, span: number): number {
  return own * 100 + grades + (span < 0 ? 0 : 8 / (1 + span / 4));
}
