import type { SiteManifest } from './site-manifest.ts';

/**
 * Finds the file that answers an address: in the active edition, else in the one before it.
 *
 * Query strings do not count (`search/?q=…` is one page); a folder's page is its `index.html`.
 *
 * @param address absolute
 * @param scope address of the site, ending in `/`
 * @param editions manifests in the order of asking
 * @returns the hash of its bytes, or null
 */
export function findFile(address: string, scope: string, editions: readonly SiteManifest[]): string | null {
  const url = new URL(address);
  const root = new URL(scope);
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return null;
  const path = decodeURI(url.pathname.slice(root.pathname.length));
  const names = path === '' || path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`];
  for (const { files } of editions)
    for (const name of names) {
      const file = Object.hasOwn(files, name) ? files[name] : undefined;
      if (file) return file[0];
    }
  return null;
}
