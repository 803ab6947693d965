import type { APIRoute, GetStaticPaths } from 'astro';
import { unitCharts } from '../../../../charts/charts-of.ts';
import { type ChartFile, chartFiles } from '../../../../charts/files/chart-files.ts';
import { textResponse } from '../../../../charts/files/text-response.ts';
import { archive, summariesOfUnit, unitKey } from '../../../../routes/archive.ts';

/** Downloads of a unit's charts over its years. */
export const getStaticPaths = (() => {
  const slugs = new Set(archive().disclosures.map(({ id }) => id.split('/')[0] as string));
  return [...slugs].flatMap((unit) => {
    const summaries = summariesOfUnit(unit);
    const files = chartFiles(unitCharts(summaries), `${summaries[0]?.unit.name} 历年预算公开 · 明账`);
    return files.map((file) => ({
      params: { unit, file: file.name },
      props: { file },
      cacheKey: unitKey(unit),
    }));
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: ChartFile }> = ({ props }) => textResponse(props.file);
