import type { APIRoute, GetStaticPaths } from 'astro';
import { keyOf } from '../../../../key-of.ts';
import { editionOf, editionPairs } from '../../../../routes/catalogue-archive.ts';
import { changesCsv } from '../../../../routes/catalogue-changes.ts';

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
