import { EditionStore } from '../../worker/edition-store.ts';
import { type SaveProgress, saveEdition } from '../../worker/save-edition.ts';
import { editionPath, manifestPath, type SiteManifest } from '../../worker/site-manifest.ts';

/** Address of the site, ending in `/`. */
export const scope = new URL(document.documentElement.dataset.base ?? '/', location.href).href;

export const store = new EditionStore(caches, scope);

/** Whether this browser and this address can keep the archive. */
export function canKeep(): boolean {
  return 'serviceWorker' in navigator && 'caches' in globalThis && isSecureContext;
}

/** Which publication the server has now; null without a network. */
export async function servedEdition(): Promise<{ edition: string; published: string } | null> {
  return fetch(scope + editionPath, { cache: 'no-store' }).then(
    (response) => (response.ok ? response.json() : null),
    () => null,
  );
}

export async function servedManifest(): Promise<SiteManifest> {
  const response = await fetch(scope + manifestPath, { cache: 'no-store' });
  if (!response.ok) throw new Error(`无法读取清单（${response.status}）`);
  return (await response.json()) as SiteManifest;
}

/** Saves the publication that the server has now and lets the service worker answer from it. */
export async function keepArchive(
  progress: (state: SaveProgress) => void,
  paused: () => boolean,
): Promise<void> {
  const manifest = await servedManifest();
  await navigator.storage?.persist?.();
  await saveEdition(manifest, {
    store,
    fetchFile: (path) =>
      fetch(new URL(path.split('/').map(encodeURIComponent).join('/'), scope), { cache: 'no-store' }),
    hash: async (bytes) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join(''),
    progress,
    paused,
  });
  const registration = await navigator.serviceWorker.register(`${scope}sw.js`, { scope });
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  worker?.postMessage('edition-changed');
  await navigator.serviceWorker.ready;
}

/** Removes all that was saved; the site is read from the network again. */
export async function dropArchive(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  registration?.active?.postMessage('edition-changed');
  await registration?.unregister();
  await store.clear();
}
