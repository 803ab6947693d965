import { programName } from '../program-name.ts';

// Put in by `astro.config.mjs` from `content/archive.yaml`, so that a change of it renders all pages anew.
declare const ARCHIVE_NAME: string | undefined;

/** Name of the archive, as titles, header and footer show it: who publishes it. */
export const siteName: string = typeof ARCHIVE_NAME === 'string' ? ARCHIVE_NAME : programName;

/** The same, where it is not the program's own. */
export const ownName: string | undefined = siteName === programName ? undefined : siteName;

// Put in the same way, from the setting `SITE`.
declare const SITE_ORIGIN: string | undefined;

/** Where the site is hosted, `https://budget.example.org`; `''` where that is not known. */
export const siteOrigin: string = typeof SITE_ORIGIN === 'string' ? SITE_ORIGIN : '';

/** An address of the site as others may link it: whole where the origin is known, else from the root of the host. */
export function publicAddress(address: string): string {
  return siteOrigin + address;
}

/** Entries of the navigation. */
export type Area = 'home' | 'units' | 'catalogue' | 'glossary' | 'checks' | 'data' | 'compare';

/** One step of the way to a page; without `href` it is only said. */
export interface Crumb {
  name: string;
  href?: string;
}

/** What the frame of a page says about it. */
export interface PageHead {
  /** Title without the name of the site. */
  title: string;
  /** One sentence for search engines and link previews. */
  description: string;
  /** Ways up, without the page itself. */
  breadcrumbs: Crumb[];
  /** The page's own name at the end of the breadcrumbs. */
  current: string;
  /** The page's own address; a page that stands in a frame is told of it, others know it. */
  address?: string;
}

/** `2031年度预算公开 · 明账`, or what the site is on the home page. */
export function title(page: string): string {
  return page ? `${page} · ${siteName}` : `${siteName} · 看得懂、对得上的预算公开`;
}
