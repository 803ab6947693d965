/** All files of one publication, by their hashes: what a browser needs to keep it whole. */
export interface SiteManifest {
  /** Names the publication: SHA-256, in hex, of the lines of the list below, each with its comma and its end. */
  edition: string;
  /** Day of the publication, or `''`. */
  published: string;
  /** Bytes of all files together. */
  bytes: number;
  /** Path relative to the site → [SHA-256 in hex, bytes]. */
  files: Record<string, readonly [string, number]>;
}

/** Which publication is kept, and which one before it for tabs that are still open. */
export interface Pointer {
  active: string;
  previous: string | null;
}

/** Address of the manifest, relative to the site. */
export const manifestPath = 'site-manifest.json';

/** Address of the small file that says which publication is served: `{"edition": "…", "published": "…"}`. */
export const editionPath = 'edition.json';
