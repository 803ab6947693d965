import { z } from 'zod';

/** All files of one publication, by their hashes: what a browser needs to keep it whole. */
export const SiteManifest = z.strictObject({
  /** Names the publication: SHA-256 of the list below. */
  edition: z.string().regex(/^[0-9a-f]{64}$/),
  /** Day of the publication, or `''`. */
  published: z.string(),
  /** Bytes of all files together. */
  bytes: z.int().min(0),
  /** Path relative to the site → [SHA-256 in hex, bytes]. */
  files: z.record(z.string(), z.tuple([z.string(), z.int().min(0)])),
});
export type SiteManifest = z.infer<typeof SiteManifest>;

/** Which publication is kept, and which one before it for tabs that are still open. */
export interface Pointer {
  active: string;
  previous: string | null;
}

/** Address of the manifest, relative to the site. */
export const manifestPath = 'site-manifest.json';

/** Address of the small file that says which publication is served: `{"edition": "…", "published": "…"}`. */
export const editionPath = 'edition.json';
