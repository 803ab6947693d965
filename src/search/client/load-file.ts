import { inTurn } from './in-turn.ts';

/** Set by the offline edition, where browsers refuse `fetch`. */
interface OfflineFiles {
  load(path: string): Promise<Uint8Array>;
}

/** Requests at a time: fewer than browsers and servers allow over one connection, 100, so that they come in our order. */
const request = inTurn(48);

/** Path that the site stands under, as every page says. */
export function siteBase(): string {
  return document.documentElement.dataset.base ?? '/';
}

/**
 * Loads a file of the search index: the only way in which search reads data, online and offline.
 *
 * @param path below the base: `search/2031-0a1b2c3d4e/meta.bin`
 * @param mayChange asks the server again, for the one file whose name stays
 * @throws where the file cannot be had
 */
export async function loadFile(path: string, mayChange = false): Promise<Uint8Array> {
  const offline = (globalThis as { mingzhangFiles?: OfflineFiles }).mingzhangFiles;
  if (offline) return offline.load(path);
  return request(async () => {
    const load = () => fetch(siteBase() + path, mayChange ? { cache: 'no-cache' } : {});
    // A search loads a hundred small files: one that is lost on the way is asked for once more.
    const response = await load().catch(load);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  });
}
