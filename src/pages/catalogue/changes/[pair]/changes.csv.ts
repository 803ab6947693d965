import type { APIRoute, GetStaticPaths } from 'astro';
import { editionOf, editionPairs } from '../../../../routes/catalogue-archive.ts';
import { changesCsv } from '../../../../routes/catalogue-changes.ts';
import { keyOf } from '../../../../routes/key-of.ts';

export const getStaticPaths = (() =>
  editionPairs().map(([earlier, later]) => ({
    params: { pair: `${earlier.slug}..${later.slug}` },
    cacheKey: keyOf(changesCsv(earlier, later)),
  }))) satisfies GetStaticPaths;

/** What changed between two editions, as CSV. */
export const GET: APIRoute = ({ params }) => {
  const [from = '', to = ''] = (params.pair ?? '').split('..');
  return new Response(changesCsv(editionOf(from), editionOf(to)));
};
