import type { APIRoute, GetStaticPaths } from 'astro';
import { textResponse } from '../../../charts/files/text-response.ts';
import { keyOf } from '../../../key-of.ts';
import { fiscalYears, publications, summariesOfYear, yearKey } from '../../../routes/archive.ts';
import { listYear } from '../../../routes/list-year.ts';
import { yearCsv } from '../../../routes/year-csv.ts';

/** The list of a fiscal year as a table. */
export const getStaticPaths = (async () => {
  const days = await publications();
  return fiscalYears().map((year) => ({
    params: { year: String(year) },
    cacheKey: keyOf(yearKey(year), ...summariesOfYear(year).map(({ id }) => days.get(id)?.day ?? '')),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const rows = listYear(summariesOfYear(Number(params.year)), await publications());
  return textResponse({ name: 'bodies.csv', text: () => yearCsv(rows) });
};
