/** Name of the site, as titles and the header show it. */
export const siteName = '明账';

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
}

/** `2031年度预算公开 · 明账`, or what the site is on the home page. */
export function title(page: string): string {
  return page ? `${page} · ${siteName}` : `${siteName} · 看得懂、对得上的预算公开`;
}
