/** The offline edition that stands in a built site. */
export interface OfflineEdition {
  /** `mingzhang-2026-03-01.zip` */
  name: string;
  bytes: number;
  sha256: string;
}

/**
 * Fills the page of the offline edition: with what there is, or that it is still being made.
 *
 * @param html as Astro rendered it, with places for the values
 */
export function fillOfflinePage(html: string, edition: OfflineEdition | null): string {
  const without = (kind: 'ready' | 'pending') =>
    new RegExp(`<div data-edition="${kind}"[^>]*>[\\s\\S]*?</div>`);
  if (!edition) return html.replace(without('ready'), '');
  const { name, bytes, sha256 } = edition;
  const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return html
    .replace(without('pending'), '')
    .replaceAll('%ZIP%', name)
    .replaceAll('%NAME%', name)
    .replaceAll('%SIZE%', size)
    .replaceAll('%SHA256%', sha256);
}

/** Whether a page still has its places for the values. */
export function isUnfilled(html: string): boolean {
  return html.includes('%ZIP%');
}
