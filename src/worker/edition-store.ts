import type { Pointer, SiteManifest } from './site-manifest.ts';

/** Caches of the saved archive. Files lie under their hash, so that editions share what is the same. */
const filesName = 'mingzhang-files';
const stateName = 'mingzhang-state';

/** Names of all caches of the saved archive. */
export const cacheNames = [filesName, stateName];

/** Keys are addresses that no page has; they only name what is kept. */
const fileKey = (scope: string, hash: string) => new URL(`__kept/file/${hash}`, scope).href;
const manifestKey = (scope: string, edition: string) => new URL(`__kept/manifest/${edition}`, scope).href;
const pointerKey = (scope: string) => new URL('__kept/pointer', scope).href;

/** The part of the browser's cache storage that is used; tests pass their own. */
export interface CacheStore {
  has(name: string): Promise<boolean>;
  open(name: string): Promise<{
    match(key: string): Promise<Response | undefined>;
    put(key: string, response: Response): Promise<void>;
    delete(key: string): Promise<boolean>;
    keys(): Promise<readonly { url: string }[]>;
  }>;
  delete(name: string): Promise<boolean>;
}

/** The archive as a browser keeps it: files by hash, manifests by edition, one pointer to what is in force. */
export class EditionStore {
  readonly #caches: CacheStore;
  readonly #scope: string;

  /** @param scope address of the site, ending in `/` */
  constructor(caches: CacheStore, scope: string) {
    this.#caches = caches;
    this.#scope = scope;
  }

  async pointer(): Promise<Pointer | null> {
    const response = await this.#read(stateName, pointerKey(this.#scope));
    return response ? ((await response.json()) as Pointer) : null;
  }

  async manifest(edition: string): Promise<SiteManifest | null> {
    const response = await this.#read(stateName, manifestKey(this.#scope, edition));
    return response ? ((await response.json()) as SiteManifest) : null;
  }

  async hasFile(hash: string): Promise<boolean> {
    return (await this.file(hash)) !== undefined;
  }

  async file(hash: string): Promise<Response | undefined> {
    return this.#read(filesName, fileKey(this.#scope, hash));
  }

  /** Opening a cache would make it: one who only looks must leave no trace. */
  async #read(name: string, key: string): Promise<Response | undefined> {
    if (!(await this.#caches.has(name))) return undefined;
    return (await this.#caches.open(name)).match(key);
  }

  /** @throws `QuotaExceededError` where the browser has no more room */
  async putFile(hash: string, bytes: ArrayBuffer, contentType: string): Promise<void> {
    const files = await this.#caches.open(filesName);
    await files.put(
      fileKey(this.#scope, hash),
      new Response(bytes, { headers: { 'content-type': contentType } }),
    );
  }

  /** Hashes of all files that are kept. */
  async hashes(): Promise<Set<string>> {
    if (!(await this.#caches.has(filesName))) return new Set();
    const files = await this.#caches.open(filesName);
    return new Set((await files.keys()).map(({ url }) => url.slice(url.lastIndexOf('/') + 1)));
  }

  /** Puts an edition in force, in one step; the one in force before stays for open tabs, older ones go. */
  async activate(manifest: SiteManifest): Promise<void> {
    const state = await this.#caches.open(stateName);
    const before = await this.pointer();
    const previous =
      before && before.active !== manifest.edition ? before.active : (before?.previous ?? null);
    await state.put(manifestKey(this.#scope, manifest.edition), new Response(JSON.stringify(manifest)));
    const pointer: Pointer = { active: manifest.edition, previous };
    await state.put(pointerKey(this.#scope), new Response(JSON.stringify(pointer)));
    await this.sweep();
  }

  /** Removes manifests and files that neither the active nor the previous edition needs. */
  async sweep(): Promise<void> {
    const pointer = await this.pointer();
    const editions = pointer ? [pointer.active, pointer.previous].filter((edition) => edition !== null) : [];
    const manifests = (await Promise.all(editions.map((edition) => this.manifest(edition)))).filter(
      (manifest) => manifest !== null,
    );
    const needed = new Set(manifests.flatMap(({ files }) => Object.values(files).map(([hash]) => hash)));
    const files = await this.#caches.open(filesName);
    for (const hash of await this.hashes())
      if (!needed.has(hash)) await files.delete(fileKey(this.#scope, hash));
    const state = await this.#caches.open(stateName);
    const kept = new Set([
      pointerKey(this.#scope),
      ...editions.map((edition) => manifestKey(this.#scope, edition)),
    ]);
    for (const { url } of await state.keys()) if (!kept.has(url)) await state.delete(url);
  }

  /** Removes all that was saved. */
  async clear(): Promise<void> {
    for (const name of cacheNames) await this.#caches.delete(name);
  }
}
