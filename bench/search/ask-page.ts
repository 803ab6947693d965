/** Answer of the search page to one query. */
export interface PageAnswer {
  query: string;
  total: number;
  /** Links of the hits, without base, marks and mode. */
  links: string[];
  /** Text of the first hit. */
  first: string;
  /** Milliseconds of the search alone, and until the hits stood on the page. */
  search: number;
  shown: number;
}

/**
 * Asks the search page one query after the other. Runs inside the browser: it must not use anything from outside.
 *
 * @param queries what to type
 * @param all whether to collect the links of all hits, not only of those shown at first
 */
export async function askPage(queries: string[], all: boolean): Promise<PageAnswer[]> {
  const page = document.querySelector<HTMLElement>('[data-search="page"]');
  if (!page) throw new Error('This is not the search page');
  const base = document.documentElement.dataset.base ?? '/';
  const ask = async (query: string, n: string) => {
    delete page.dataset.answered;
    delete page.dataset.settled;
    const begun = performance.now();
    history.replaceState(null, '', `?q=${encodeURIComponent(query)}${n}`);
    dispatchEvent(new PopStateEvent('popstate'));
    while (page.dataset.answered !== query) {
      if (page.dataset.failed) throw new Error(page.dataset.failed);
      if (performance.now() - begun > 20000) throw new Error(`No answer to ${query}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return performance.now() - begun;
  };
  const answers: PageAnswer[] = [];
  for (const query of queries) {
    const shown = await ask(query, '');
    const search = Number(page.dataset.ms);
    const total = Number(document.querySelector('[data-hit-count]')?.textContent);
    if (all && total > document.querySelectorAll('[data-hit]').length) await ask(query, '&n=3000&each=1');
    const links = [...document.querySelectorAll<HTMLElement>('[data-hit]')].map((hit) => {
      const address = new URL(hit.dataset.hit ?? '', location.href);
      return decodeURIComponent(address.pathname.slice(base.length) + address.hash);
    });
    // biome-ignore lint/performance/useDomNodeTextContent: only what is seen counts, cells apart
    const first = document.querySelector<HTMLElement>('[data-hit]')?.innerText ?? '';
    answers.push({ query, total, links, first, search, shown });
  }
  return answers;
}
