import { siteBase } from './load-file.ts';

/** What we use of `pagefind.js`. */
export interface PagefindModule {
  createInstance(options: { basePath: string; baseUrl: string; noWorker?: boolean }): PagefindInstance;
}
export interface PagefindInstance {
  mergeIndex(path: string, options: { baseUrl: string }): Promise<void>;
  /** A query in quotation marks is a phrase. */
  search(query: string): Promise<{ results: PagefindResult[] }>;
}
export interface PagefindResult {
  id: string;
  score: number;
  data(): Promise<{ url: string; meta: Record<string, string> }>;
}

let loading: Promise<PagefindInstance | null> | undefined;

/**
 * Loads Pagefind with all its shards, once; `null` where there are none.
 *
 * @param shards folders below the base path
 */
export function loadPagefind(shards: string[]): Promise<PagefindInstance | null> {
  loading ??= load(shards).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load([first, ...others]: string[]): Promise<PagefindInstance | null> {
  if (!first) return null;
  const offline = document.documentElement.dataset.offline !== undefined;
  const base = offline ? '/' : siteBase();
  const { createInstance } = offline ? await loadClassic() : await loadModule(first);
  // Addresses of results stay relative to the site: `/units/…`.
  const instance = createInstance({ basePath: `${base}${first}/`, baseUrl: '/', noWorker: offline });
  for (const shard of others) await instance.mergeIndex(`${base}${shard}/`, { baseUrl: '/' });
  return instance;
}

function loadModule(shard: string): Promise<PagefindModule> {
  return import(/* @vite-ignore */ new URL(`${siteBase()}${shard}/pagefind.js`, location.href).href);
}

/** The offline edition has Pagefind as a classic script, which finds its files by the same means as `loadFile`. */
function loadClassic(): Promise<PagefindModule> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${siteBase()}offline/pagefind.js`;
    script.onload = () => {
      const made = (globalThis as { mingzhangPagefind?: PagefindModule }).mingzhangPagefind;
      if (made) resolve(made);
      else reject(new Error('offline/pagefind.js gave nothing'));
    };
    script.onerror = () => reject(new Error('offline/pagefind.js is missing'));
    document.head.append(script);
  });
}
