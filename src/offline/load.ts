import { type PackTable, packOf } from './pack-files.ts';

/** How the pages of the offline edition load the archive's files. Pages of the online site have no such object. */
export interface OfflineFiles {
  /** Bytes of a file, by its path relative to the archive. Rejects where there is none. */
  load(path: string): Promise<Uint8Array>;
  /** Called by the packs. */
  put(pack: string, files: Record<string, string>): void;
}

declare global {
  var mingzhangFiles: OfflineFiles | undefined;
  /** What `fetch` is to Pagefind here: addresses are paths of the archive with a leading `/`. */
  var mingzhangFetch: ((address: string) => Promise<Response>) | undefined;
}

/** Where files are packed: set when the edition is written. */
declare const PACKS: PackTable;

const script = document.currentScript as HTMLScriptElement;
const folder = new URL('.', script.src).href;
const contents = new Map<string, Record<string, string>>();
const loading = new Map<string, Promise<void>>();

globalThis.mingzhangFiles = {
  async load(path) {
    const place = packOf(path, PACKS);
    if (place) await loadPack(place.pack);
    const text = place && contents.get(place.pack)?.[place.name];
    if (typeof text !== 'string') throw new Error(`离线版中没有文件 ${path}`);
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  },
  put(pack, files) {
    contents.set(pack, files);
  },
};

globalThis.mingzhangFetch = async (address) => {
  const path = address
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^\/+/, '')
    .replace(/[?#].*$/, '');
  const files = globalThis.mingzhangFiles as OfflineFiles;
  return new Response((await files.load(path)) as Uint8Array<ArrayBuffer>);
};

function loadPack(pack: string): Promise<void> {
  let promise = loading.get(pack);
  if (!promise) {
    promise = new Promise((resolve, reject) => {
      const element = document.createElement('script');
      element.src = `${folder}packs/${pack}.js`;
      element.onload = () => resolve();
      element.onerror = () => reject(new Error(`离线版缺少文件 offline/packs/${pack}.js`));
      document.head.append(element);
    });
    loading.set(pack, promise);
  }
  return promise;
}
