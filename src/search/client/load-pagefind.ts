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

let loading: Promise<PagefindInstance> | undefined;
const merged = new Set<string>();

/**
 * Loads Pagefind with some shards, each once; `null` where there are none.
 *
 * @param shards folders below the base path, in the order of the manifest: what was asked for before stays loaded
 */
export async function loadPagefind(shards: string[]): Promise<PagefindInstance | null> {
  const [first, ...others] = shards;
  if (!first) return null;
  loading ??= load(first).catch((error) => {
    loading = undefined;
    throw error;
  });
  const instance = await loading;
  for (const shard of others)
    if (!merged.has(shard)) {
      merged.add(shard);
      await instance.mergeIndex(`${baseOfFiles()}${shard}/`, { baseUrl: '/' }).catch((error) => {
        merged.delete(shard);
        throw error;
      });
    }
  return instance;
}

const isOffline = () => document.documentElement.dataset.offline !== undefined;
const baseOfFiles = () => (isOffline() ? '/' : siteBase());

async function load(first: string): Promise<PagefindInstance> {
  const { createInstance } = isOffline() ? await loadClassic() : await loadModule(first);
  // Addresses of results stay relative to the site: `/units/…`.
  return createInstance({ basePath: `${baseOfFiles()}${first}/`, baseUrl: '/', noWorker: isOffline() });
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
