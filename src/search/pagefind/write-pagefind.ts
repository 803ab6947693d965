import type { PagefindIndex } from 'pagefind';
import type { SearchPage } from '../search-page.ts';
import { cellBorder, pagefindWords } from './pagefind-words.ts';

/** A language for which Pagefind has neither stemmer nor segmenter: the words are ours. */
const language = 'zxx';
/** Files for interfaces of Pagefind's own, which the site has no use for. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** A service that indexes pages with Pagefind; closed when the last index is written. */
export interface PagefindService {
  write(pages: SearchPage[]): Promise<Map<string, Uint8Array>>;
  close(): Promise<void>;
}

/** Starts Pagefind. */
export async function startPagefind(): Promise<PagefindService> {
  const pagefind = await import('pagefind');
  return {
    async write(pages) {
      const { index, errors } = await pagefind.createIndex();
      if (!index) throw new Error(`Pagefind: ${errors.join(', ')}`);
      for (const page of pages) await add(index, page);
      const written = await index.getFiles();
      if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join(', ')}`);
      await index.deleteIndex();
      const files = written.files.filter(({ path }) => !unused.test(path));
      files.sort((a, b) => (a.path < b.path ? -1 : 1));
      return new Map(files.map(({ path, content }) => [path, content]));
    },
    async close() {
      await pagefind.close();
    },
  };
}

/** Adds one page of the site as one record. */
async function add(index: PagefindIndex, { facts, rows }: SearchPage): Promise<void> {
  const cells = rows.flatMap(({ texts }) => texts.filter(Boolean).map(pagefindWords));
  const { errors } = await index.addCustomRecord({
    url: `/${facts.path}`,
    content: cells.join(` ${cellBorder} `),
    language,
    meta: { name: facts.title },
    filters: { year: [String(facts.year)] },
  });
  if (errors.length > 0) throw new Error(`Pagefind: ${facts.path}: ${errors.join(', ')}`);
}
