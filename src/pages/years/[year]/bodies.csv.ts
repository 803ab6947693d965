import type { APIRoute, GetStaticPaths } from 'astro';
import { textResponse } from '../../../charts/files/text-response.ts';
import { fiscalYears, summariesOfYear, yearKey } from '../../../routes/archive.ts';
import { listYear } from '../../../routes/list-year.ts';
import { yearCsv } from '../../../routes/year-csv.ts';

/** The list of a fiscal year as a table. */
export const getStaticPaths = (() =>
  fiscalYears().map((year) => ({
    params: { year: String(year) },
    cacheKey: yearKey(year),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  textResponse({ name: 'bodies.csv', text: () => yearCsv(listYear(summariesOfYear(Number(params.year)))) });
