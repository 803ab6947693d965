import { seriesSlug } from '../schema/series.ts';

/** A disclosure of the archive. */
interface Listed {
  /** `<unit slug>/<year>` */
  id: string;
}

/**
 * The disclosures of one unit, by its name or its slug, and of one year where given; all where no unit is given. A name
 * chooses what the body publishes for itself and for its department.
 *
 * @throws Error where nothing fits, with what was asked for
 */
export function chooseDisclosures<T extends Listed>(listed: T[], unit?: string, year?: string): T[] {
  if (unit === undefined) return listed;
  const named = (['单位', '部门'] as const).flatMap((kind) =>
    (['预算', '决算'] as const).map((phase) => seriesSlug(unit, { kind, phase })),
  );
  const slugs = listed.some(({ id }) => id.startsWith(`${unit}/`)) ? [unit] : named;
  const chosen = listed.filter(({ id }) =>
    slugs.some((slug) => (year === undefined ? id.startsWith(`${slug}/`) : id === `${slug}/${year}`)),
  );
  if (chosen.length === 0) throw new Error(`档案中没有「${unit}」${year ? ` ${year} 年` : ''}的公开文本。`);
  return chosen;
}
