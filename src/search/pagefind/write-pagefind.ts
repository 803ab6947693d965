import type { PagefindIndex } from 'pagefind';
import type { PagefindPage } from './pagefind-page.ts';

/** A language for which Pagefind has neither stemmer nor segmenter: the words are ours. */
const language = 'zxx';
/** Files for interfaces of Pagefind's own, which the site has no use for. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** A service that indexes pages with Pagefind, in another process; closed when the last index is written. */
export interface PagefindService {
  write(pages: PagefindPage[]): Promise<Map<string, Uint8Array>>;
  close(): Promise<void>;
}

/** Services of this thread that are not closed yet: they share one process, which Pagefind ends for all of them. */
let open = 0;

/** Starts Pagefind, or joins the process that this thread has of it. */
export async function startPagefind(): Promise<PagefindService> {
  open += 1;
  let isOpen = true;
  const pagefind = await import('pagefind');
  return {
    async write(pages) {
      const { index, errors } = await pagefind.createIndex();
      if (!index) throw new Error(`Pagefind: ${errors.join(', ')}`);
      // It takes them in this order, one after the other, and need not wait for us between them.
      await Promise.all(pages.map((page) => add(index, page)));
      const written = await index.getFiles();
      if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join(', ')}`);
      await index.deleteIndex();
      const files = written.files.filter(({ path }) => !unused.test(path));
      files.sort((a, b) => (a.path < b.path ? -1 : 1));
      return new Map(files.map(({ path, content }) => [path, content]));
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      open -= 1;
      if (open === 0) await pagefind.close();
    },
  };
}

/** Adds one page of the site as one record. */
async function add(index: PagefindIndex, { path, title, year, content }: PagefindPage): Promise<void> {
  const { errors } = await index.addCustomRecord({
    url: `/${path}`,
    content,
    language,
    meta: { name: title },
    filters: { year: [String(year)] },
  });
  if (errors.length > 0) throw new Error(`Pagefind: ${path}: ${errors.join(', ')}`);
}
