import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogueCharts } from '../../../../charts/charts-of.ts';
import { type ChartFile, chartFiles } from '../../../../charts/files/chart-files.ts';
import { textResponse } from '../../../../charts/files/text-response.ts';
import { keyOf } from '../../../../key-of.ts';
import { editions } from '../../../../routes/catalogue-archive.ts';

/** Downloads of the charts of an edition of the catalogue. */
export const getStaticPaths = (() =>
  editions().flatMap((edition) =>
    chartFiles(catalogueCharts(edition), `${edition.edition} ${edition.title}`).map((file) => ({
      params: { edition: edition.slug, file: file.name },
      props: { file },
      cacheKey: keyOf(file.text()),
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: ChartFile }> = ({ props }) => textResponse(props.file);
