import { existsSync } from 'node:fs';
import type { APIContext } from 'astro';
import { archive, sourceLinesOf } from '../../../../routes/archive.ts';

/** Every disclosure whose text the archive keeps. */
export function getStaticPaths() {
  return archive()
    .disclosures.filter((entry) => existsSync(entry.sourcePath))
    .map(({ id }) => {
      const [unit, year] = id.split('/');
      return { params: { unit, year } };
    });
}

/** The source text, masked, as UTF-8. */
export function GET({ params }: APIContext): Response {
  const lines = sourceLinesOf(`${params.unit}/${params.year}`) ?? [];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
