/** Where the site is hosted: its origin, and its path with both slashes. */
export interface Hosted {
  site: string;
  base: string;
}

/** What one file may list, by the protocol of sitemaps.org. */
const most = 50_000;

/** Pages that ask to be left out of search engines: what they show depends on what a reader asks for. */
const unlisted = /^(?:search|compare|gallery)\/|^404\.html$/;

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/**
 * Lists the pages of a site for search engines: `sitemap.xml`, which names further files where they are too many for one.
 *
 * @param files of the site, in any order
 * @param limit pages in one file
 */
export function writeSitemaps(files: Iterable<string>, hosted: Hosted, limit = most): Map<string, string> {
  const pages = [...files]
    .filter((path) => /(?:^|\/)index\.html$/.test(path) && !unlisted.test(path))
    .map((path) => locate(path.slice(0, -'index.html'.length), hosted))
    .sort();
  if (pages.length <= limit) return new Map([['sitemap.xml', listOf('urlset', 'url', pages)]]);
  const parts = new Map<string, string>();
  for (let from = 0; from < pages.length; from += limit)
    parts.set(`sitemap-${from / limit + 1}.xml`, listOf('urlset', 'url', pages.slice(from, from + limit)));
  const names = [...parts.keys()].map((name) => locate(name, hosted));
  return parts.set('sitemap.xml', listOf('sitemapindex', 'sitemap', names));
}

/** What crawlers may read: all of it. Hosts under a path need to link the sitemap elsewhere: crawlers ask at the root only. */
export function writeRobots(hosted: Hosted): string {
  const all = 'User-agent: *\nAllow: /\n';
  return hosted.site ? `${all}\nSitemap: ${locate('sitemap.xml', hosted)}\n` : all;
}

function locate(path: string, { site, base }: Hosted): string {
  return encodeURI(`${site}${base}${path}`);
}

function listOf(root: string, entry: string, addresses: string[]): string {
  const lines = addresses.map(
    (address) => `<${entry}><loc>${address.replaceAll('&', '&amp;')}</loc></${entry}>`,
  );
  return [declaration, `<${root} ${schema}>`, ...lines, `</${root}>`, ''].join('\n');
}
