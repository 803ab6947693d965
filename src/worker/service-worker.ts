import { EditionStore } from './edition-store.ts';
import { findFile } from './find-file.ts';
import type { SiteManifest } from './site-manifest.ts';

/** The parts of a service worker's scope that are used here. */
interface WorkerScope {
  registration: { scope: string };
  caches: CacheStorage;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(done: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(
    type: 'fetch',
    listener: (event: { request: Request; respondWith(response: Promise<Response>): void }) => void,
  ): void;
}

const worker = globalThis as unknown as WorkerScope;
const scope = worker.registration.scope;
const store = new EditionStore(worker.caches, scope);
let editions: Promise<SiteManifest[]> | null = null;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

// The page says when another edition came into force, or when all was removed.
worker.addEventListener('message', (event) => {
  if (event.data === 'edition-changed') editions = null;
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.cache === 'no-store') return;
  event.respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  editions ??= readEditions();
  const saved = await editions;
  const hash = findFile(request.url, scope, saved);
  const kept = hash === null ? undefined : await store.file(hash);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const missing = findFile(new URL('404.html', scope).href, scope, saved);
    const page = missing && request.mode === 'navigate' ? await store.file(missing) : undefined;
    if (page) return new Response(page.body, { status: 404, headers: page.headers });
    throw error;
  }
}

async function readEditions(): Promise<SiteManifest[]> {
  const pointer = await store.pointer();
  if (!pointer) return [];
  const names = [pointer.active, pointer.previous].filter((edition) => edition !== null);
  const manifests = await Promise.all(names.map((edition) => store.manifest(edition)));
  return manifests.filter((manifest) => manifest !== null);
}
