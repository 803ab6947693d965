import type { Catalogue } from '../schema/catalogue.ts';
import { sameNumber } from './same-number.ts';

/** What has to be known of an edition to tell when it applied. */
export type EditionDates = Pick<Catalogue, 'edition' | 'issued' | 'inForce' | 'repeals'>;

/** Whether an edition applied in a budget year. Dates are ISO days. */
export type InForce =
  | { status: 'in-force'; since: string }
  /** Nothing known repeals it, but years have passed in which an edition that is not known may have. */
  | { status: 'unrepealed'; since: string }
  | { status: 'repealed'; since: string; by: string }
  | { status: 'not-yet'; since: string }
  | { status: 'unknown' };

/** The day from which an edition applies, `''` where it is not known. */
export function startOf({ inForce, issued }: EditionDates): string {
  return inForce || issued;
}

/** The earliest edition that repeals another one, undefined where none is known. */
export function repealOf<Edition extends EditionDates>(
  editions: readonly Edition[],
  edition: string,
): Edition | undefined {
  return editions
    .filter((one) => startOf(one) !== '' && one.repeals.some((repealed) => sameNumber(repealed, edition)))
    .toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))[0];
}

/**
 * Whether an edition was in force in a budget year: it began by the end of the year, and was not repealed when the year
 * began. One that was repealed during the year or after it was in force in it, and one that began in the year or the one
 * before. Of an older one, an archive that holds no later edition cannot tell: its silence is no proof.
 */
export function inForceIn(editions: readonly EditionDates[], edition: string, year: number): InForce {
  const repeal = repealOf(editions, edition);
  if (repeal && startOf(repeal) <= `${year}-01-01`) {
    return { status: 'repealed', since: startOf(repeal), by: repeal.edition };
  }
  const known = editions.find((one) => sameNumber(one.edition, edition));
  const since = known ? startOf(known) : '';
  if (since === '') return { status: 'unknown' };
  if (since > `${year}-12-31`) return { status: 'not-yet', since };
  return { status: repeal || since >= `${year - 1}-01-01` ? 'in-force' : 'unrepealed', since };
}
