import { resolve } from 'node:path';

/** Where the archive is read from and written to, and under which address it is served. */
export interface Settings {
  /** Folder with sources, corrections, disclosures, catalogues. Absolute. */
  content: string;
  /** Finished site. Absolute. */
  dist: string;
  /** Caches that can be deleted at any time. Absolute. */
  cache: string;
  /** Origin of the hosted site, e.g. `https://budget.example.org`; `''` where not known. */
  site: string;
  /** Path that the site is served under, with both slashes: `/` or `/archive/`. */
  base: string;
}

/** Reads the settings from the environment (`CONTENT`, `DIST`, `CACHE`, `SITE`, `BASE`); paths are relative to `root`. */
export function readSettings(env: Record<string, string | undefined>, root: string): Settings {
  const base = `/${env.BASE ?? ''}/`.replace(/\/{2,}/g, '/');
  return {
    content: resolve(root, env.CONTENT ?? 'content'),
    dist: resolve(root, env.DIST ?? 'dist'),
    cache: resolve(root, env.CACHE ?? '.cache'),
    site: env.SITE ?? '',
    base,
  };
}
