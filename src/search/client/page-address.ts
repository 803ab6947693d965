import { siteBase } from './load-file.ts';

/**
 * Address of a page of the site, for a link made in the browser.
 *
 * @param path below the base, with a slash at the end: `units/shi-li-ju/2031/`
 * @param marks what the page should mark
 * @param search what the search page should look for
 */
export function pageAddress(path: string, anchor = '', marks: string[] = [], search = ''): string {
  const index = document.documentElement.dataset.offline === undefined ? '' : 'index.html';
  const query = search
    ? `q=${encodeURIComponent(search)}`
    : marks.map((mark) => `hl=${encodeURIComponent(mark)}`).join('&');
  return `${siteBase()}${path}${index}${query && `?${query}`}${anchor && `#${encodeURIComponent(anchor)}`}`;
}
