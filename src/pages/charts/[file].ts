import type { APIRoute, GetStaticPaths } from 'astro';
import { regionCharts } from '../../charts/charts-of.ts';
import { type ChartFile, chartFiles } from '../../charts/files/chart-files.ts';
import { textResponse } from '../../charts/files/text-response.ts';
import { newestSummaries } from '../../charts/newest-summaries.ts';
import { allSummaries, archiveKey } from '../../routes/archive.ts';
import { siteName } from '../../routes/page.ts';

/** Downloads of the charts over the whole archive. */
export const getStaticPaths = (() =>
  chartFiles(regionCharts(newestSummaries(allSummaries())), `${siteName} 全部公开文本`).map((file) => ({
    params: { file: file.name },
    props: { file },
    cacheKey: archiveKey(),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: ChartFile }> = ({ props }) => textResponse(props.file);
