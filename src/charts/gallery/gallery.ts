import type { Chart } from '../chart.ts';
import { catalogueCharts, chartsOf, regionCharts, unitCharts } from '../charts-of.ts';
import { catalogueCases, summaryCases } from './archive-cases.ts';
import { galleryCases } from './cases.ts';

/** Every case with its charts: what the gallery shows, and what the tests and snapshots go through. */
export function gallery(): { id: string; title: string; charts: Chart[] }[] {
  return [
    ...galleryCases.map(({ id, title, disclosure }) => ({ id, title, charts: chartsOf(disclosure) })),
    ...summaryCases.map(({ id, title, years, units }) => ({
      id,
      title,
      charts: [...unitCharts(years), ...regionCharts(units)],
    })),
    ...catalogueCases.map(({ id, title, catalogue }) => ({ id, title, charts: catalogueCharts(catalogue) })),
  ];
}
