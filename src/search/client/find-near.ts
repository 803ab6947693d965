import type { Manifest } from '../index/manifest.ts';
import type { Shard } from '../query/open-shard.ts';
import type { Term } from '../query/read-query.ts';
import { searchArchive } from '../query/search-archive.ts';
import { element } from './element.ts';
import { renderHit } from './render-hit.ts';

/** Hits of each kind of nearness. */
const shown = 10;

/** Finds what is nearest when nothing is exact: first with fewer terms. */
export async function findNear(shards: Shard[], _manifest: Manifest, terms: Term[]): Promise<HTMLElement[]> {
  return fewerTerms(shards, terms);
}

/** For several terms: leaves out one at a time, and shows the best of what remains. */
async function fewerTerms(shards: Shard[], terms: Term[]): Promise<HTMLElement[]> {
  if (terms.length < 2) return [];
  const sections = await Promise.all(
    terms.map(async (left) => {
      const kept = terms.filter((term) => term !== left);
      const { total, hits } = await searchArchive(shards, {
        terms: kept,
        facets: {},
        order: 'relevance',
        limit: shown,
      });
      if (total === 0) return null;
      const title = `不含“${left.source}”，只查“${kept.map(({ source }) => source).join(' ')}”：${total} 条`;
      return section(
        title,
        hits.map((hit) => renderHit(hit, kept, true)),
      );
    }),
  );
  return sections.filter((one) => one !== null);
}

function section(title: string, hits: HTMLElement[]): HTMLElement {
  return element('section', {}, element('h2', {}, title), element('ol', { class: 'hits' }, ...hits));
}
