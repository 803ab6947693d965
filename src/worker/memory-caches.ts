import type { CacheStore } from './edition-store.ts';

/** Cache storage in memory, with a limit in bytes as browsers have one. For tests. */
export function memoryCaches(limit = Number.POSITIVE_INFINITY): CacheStore & { bytes(): number } {
  const caches = new Map<string, Map<string, { bytes: ArrayBuffer; headers: Headers }>>();
  const bytes = () =>
    [...caches.values()]
      .flatMap((cache) => [...cache.values()])
      .reduce((sum, entry) => sum + entry.bytes.byteLength, 0);
  return {
    bytes,
    has: async (name) => caches.has(name),
    delete: async (name) => caches.delete(name),
    async open(name) {
      const cache = caches.get(name) ?? new Map();
      caches.set(name, cache);
      return {
        match: async (key) => {
          const entry = cache.get(key);
          return entry && new Response(entry.bytes, { headers: entry.headers });
        },
        put: async (key, response) => {
          const body = await response.arrayBuffer();
          if (bytes() + body.byteLength > limit) throw new DOMException('no room', 'QuotaExceededError');
          cache.set(key, { bytes: body, headers: response.headers });
        },
        delete: async (key) => cache.delete(key),
        keys: async () => [...cache.keys()].map((url) => ({ url })),
      };
    },
  };
}
