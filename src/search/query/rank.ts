import type { Kind } from '../search-page.ts';
import type { KnownPage } from './open-pages.ts';

/**
 * What a kind weighs, as a row without amounts. Whoever looks for a word looks for a figure first, so rows with amounts
 * weigh {@link amountWeight} more: that is more than a whole name weighs, so even a sentence that names an amount comes
 * before a definition, a heading or an empty row. Bodies, which have their figures on their pages, come before all but rows
 * that are called just so.
 */
const weights: Record<Kind, number> = {
  单位: 30,
  表格: -5,
  表格行: -5,
  项目: -5,
  绩效指标: 3,
  目录条目: 0,
  名词: -6,
  说明: -8,
};
const amountWeight = 24;

/** Relevance of all hits of a kind on a page: names before body text, what is repealed after what is in force. */
export function baseRelevance(
  kind: Kind,
  { repealedBy, year }: Pick<KnownPage, 'year' | 'repealedBy'>,
): number {
  return weights[kind] - (repealedBy ? 3 : 0) + (year - 2000) / 1000;
}

/**
 * Gives the relevance of a hit, beside its page's; greater comes first.
 *
 * In this order: more terms in the row itself; rows with amounts; whole cells before parts; nearer terms; names before
 * body; a repealed edition after those in force. The year, as the last, only parts what is else equal.
 *
 * @param own terms in the row itself
 * @param grades sum of the terms' grades
 * @param span tokens between the nearest terms, −1 where not known
 * @param valued whether it has amounts
 */
export function relevance(own: number, grades: number, span: number, valued: boolean): number {
  return own * 100 + grades + (valued ? amountWeight : 0) + (span < 0 ? 0 : 8 / (1 + span / 4));
}
