import type { APIRoute, GetStaticPaths } from 'astro';
import { regionCharts } from '../../../../charts/charts-of.ts';
import { type ChartFile, chartFiles } from '../../../../charts/files/chart-files.ts';
import { textResponse } from '../../../../charts/files/text-response.ts';
import { newestSummaries } from '../../../../charts/newest-summaries.ts';
import { allSummaries, regionKey, summariesOfRegion } from '../../../../routes/archive.ts';
import { unitsByRegion } from '../../../../routes/unit-list.ts';

/** Downloads of the charts of a region. */
export const getStaticPaths = (() =>
  unitsByRegion(allSummaries()).flatMap(({ slug, name }) =>
    chartFiles(regionCharts(newestSummaries(summariesOfRegion(slug))), `${name} 预算公开`).map((file) => ({
      params: { region: slug, file: file.name },
      props: { file },
      cacheKey: regionKey(slug),
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: ChartFile }> = ({ props }) => textResponse(props.file);
