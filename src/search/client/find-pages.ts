import { pagefindWords } from '../pagefind/pagefind-words.ts';
import type { Term } from '../query/read-query.ts';
import { loadPagefind, type PagefindInstance, type PagefindResult } from './load-pagefind.ts';

/** A page that Pagefind found. */
export interface FoundPage {
  /** Address below the base: `units/shi-li-ju/2031/`. */
  path: string;
  title: string;
}

/** Pages by Pagefind, the best first. */
export interface FoundPages {
  /** Whether every term stands there as typed; otherwise only its characters stand somewhere on the page. */
  exact: boolean;
  total: number;
  pages: FoundPage[];
}

/**
 * Finds pages with Pagefind: those that hold all terms as phrases, or else, where that is asked for, all their characters.
 *
 * @param shards Pagefind's folders
 * @param limit pages to give
 * @param scattered whether the characters may stand apart
 */
export async function findPages(
  shards: string[],
  terms: Term[],
  limit: number,
  scattered: boolean,
): Promise<FoundPages> {
  const phrases = terms.map(({ tokens }) => pagefindWords(tokens.join('\u00a0'))).filter(Boolean);
  const pagefind = phrases.length > 0 ? await loadPagefind(shards) : null;
  if (!pagefind) return { exact: true, total: 0, pages: [] };
  const exact = await searchPhrases(pagefind, phrases);
  const found = exact.length > 0 || !scattered ? exact : (await pagefind.search(phrases.join(' '))).results;
  return {
    exact: exact.length > 0,
    total: found.length,
    pages: await Promise.all(found.slice(0, limit).map(readPage)),
  };
}

/** Results that hold every phrase. */
async function searchPhrases(pagefind: PagefindInstance, phrases: string[]): Promise<PagefindResult[]> {
  const [first = [], ...others] = await Promise.all(
    phrases.map(async (phrase) => (await pagefind.search(`"${phrase}"`)).results),
  );
  const ids = others.map((results) => new Set(results.map(({ id }) => id)));
  return first.filter(({ id }) => ids.every((set) => set.has(id)));
}

async function readPage(result: PagefindResult): Promise<FoundPage> {
  const { url, meta } = await result.data();
  return { path: url.replace(/^\/+/, ''), title: meta.name ?? '' };
}
