import type { Disclosure } from '../schema/disclosure.ts';

/** A disclosure of the archive, read when asked for. */
interface Listed {
  /** `<unit slug>/<year>` */
  id: string;
  load(): Disclosure;
}

/**
 * The disclosures of one unit, by its name or its slug, and of one year where given; all where no unit is given.
 *
 * @throws Error where nothing fits, with what was asked for
 */
export function chooseDisclosures<T extends Listed>(listed: T[], unit?: string, year?: string): T[] {
  if (unit === undefined) return listed;
  const slug = listed.some(({ id }) => id.startsWith(`${unit}/`))
    ? unit
    : listed.find((entry) => entry.load().unit.name === unit)?.id.split('/')[0];
  const chosen = listed.filter(
    ({ id }) => id.startsWith(`${slug}/`) && (year === undefined || id === `${slug}/${year}`),
  );
  if (chosen.length === 0) throw new Error(`档案中没有「${unit}」${year ? ` ${year} 年` : ''}的公开文本。`);
  return chosen;
}
