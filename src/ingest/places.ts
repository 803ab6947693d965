import { join } from 'node:path';
import { slugOf } from '../schema/slug-of.ts';

/** Where a publication's files are. @param id `<unit>/<year>` */
export function placesOf(
  content: string,
  id: string,
): { source: string; disclosure: string; corrections: string } {
  return {
    source: join(content, 'sources', `${id}.txt`),
    disclosure: join(content, 'disclosures', `${id}.md`),
    corrections: join(content, 'corrections', `${id}.yaml`),
  };
}

/** Where an edition of the catalogue is. */
export function placesOfEdition(
  content: string,
  edition: string,
): { catalogue: string; corrections: string } {
  const slug = slugOf(edition);
  return {
    catalogue: join(content, 'catalogues', `${slug}.md`),
    corrections: join(content, 'corrections', 'catalogues', `${slug}.yaml`),
  };
}
