import { unitCharts } from '../charts/charts-of.ts';
import { chartFiles } from '../charts/files/chart-files.ts';
import { writeUnit } from '../components/units/write-unit.ts';
import type { Summary } from '../routes/summary.ts';
import { unitPage } from '../routes/unit-page.ts';
import type { UnitYear } from '../routes/unit-years.ts';
import type { PageContent } from './page-content.ts';

/**
 * Makes the page of one unit.
 *
 * @param summaries of its years, oldest first; at least one
 * @param ofBody all that the archive holds of its body
 */
export function unitPageContent(summaries: Summary[], ofBody: readonly UnitYear[]): PageContent {
  const page = unitPage(summaries, ofBody);
  return {
    head: {
      title: page.name,
      description: page.description,
      breadcrumbs: page.breadcrumbs,
      current: page.name,
    },
    body: writeUnit(page, (summaries[0] as Summary).unit.slug),
  };
}

/** Downloads of a unit's charts over its years, by their paths in the site. */
export function unitChartFiles(summaries: Summary[]): Map<string, Uint8Array> {
  const { unit } = summaries[0] as Summary;
  const files = chartFiles(unitCharts(summaries), `${unit.name} 历年预算公开`);
  return new Map(
    files.map(({ name, text }) => [`units/${unit.slug}/charts/${name}`, Buffer.from(text())] as const),
  );
}
