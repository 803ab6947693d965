import { readFileSync } from 'node:fs';
import type { APIContext } from 'astro';
import { archive, archiveEntry } from '../../../../routes/archive.ts';

/** Every disclosure. */
export function getStaticPaths() {
  return archive().disclosures.map(({ id }) => {
    const [unit, year] = id.split('/');
    return { params: { unit, year } };
  });
}

/** The canonical Markdown that the page is built from. */
export function GET({ params }: APIContext): Response {
  const { path } = archiveEntry(`${params.unit}/${params.year}`);
  return new Response(readFileSync(path), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
}
