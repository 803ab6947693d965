// Put in by `astro.config.mjs`. Not `import.meta.env`: a bundler that sees it as a whole puts in what it finds in the
// environment, and pages would be rendered anew whenever that differs.
declare const SITE_BASE: string | undefined;

/** Path that the site is served under, with both slashes: `/` or `/archive/`. */
export let base: string = withSlashes(typeof SITE_BASE === 'string' ? SITE_BASE : '/');

/** Says under which path the site is served, where no bundler has put it in. */
export function serveUnder(path: string): void {
  base = withSlashes(path);
}

function withSlashes(path: string): string {
  return `/${path}/`.replace(/\/{2,}/g, '/');
}

/**
 * Every address of the site, each with the base path. No page writes an address by hand, so that a base path
 * or the offline edition can change all of them here. `id` is a disclosure's `<unit slug>/<year>`.
 */
export const address = {
  home: () => at(''),
  units: () => at('units/'),
  unit: (slug: string) => at(`units/${slug}/`),
  region: (slug: string) => at(`regions/${slug}/`),
  /** All that was published for a fiscal year, side by side. */
  year: (year: number, query = '') => at(`years/${year}/${query && `?q=${encodeURIComponent(query)}`}`),
  yearFile: (year: number) => at(yearFilePath(year)),
  disclosure: (id: string, anchor = '') => at(`units/${id}/`, anchor),
  checks: (id: string, anchor = '') => at(`units/${id}/checks/`, anchor),
  markdown: (id: string) => at(`units/${id}/disclosure.md`),
  sourceText: (id: string) => at(`units/${id}/source.txt`),
  source: (id: string, line?: number) => at(`units/${id}/source/`, line ? `L${line}` : ''),
  catalogues: () => at('catalogue/'),
  catalogue: (edition: string) => at(`catalogue/${edition}/`),
  catalogueDepartment: (edition: string, department: string, anchor = '') =>
    at(`catalogue/${edition}/${department}/`, anchor),
  catalogueChanges: (from: string, to: string) => at(`catalogue/changes/${from}..${to}/`),
  catalogueChangesFile: (from: string, to: string) => at(`catalogue/changes/${from}..${to}/changes.csv`),
  glossary: (anchor = '') => at('glossary/', anchor),
  allChecks: () => at('checks/'),
  /** One check over the whole archive. */
  check: (check: string) => at(`checks/${check}/`),
  data: () => at('data/'),
  /** A file of the data package: `figures.csv`, or `<id>/figures.csv` for one disclosure. */
  dataFile: (path: string) => at(`data/${path}`),
  search: (query = '') => at(`search/${query && `?q=${encodeURIComponent(query)}`}`),
  compare: (ids: string[] = []) =>
    at(`compare/${ids.length ? `?${ids.map((id, i) => `${'abcdefgh'[i]}=${id}`).join('&')}` : ''}`),
  /** A download of a chart; `owner` is the path of the page that shows it, without slashes at its ends. */
  chart: (owner: string, chart: string, extension: 'csv' | 'svg') =>
    at(`${owner}${owner && '/'}charts/${chart}.${extension}`),
  /** The latest publications, for readers of feeds. */
  feed: () => at('feed.xml'),
  /** A file of `public/` or one made by a build step. */
  file: (path: string) => at(path),
};

/** File of the site that the list of bodies is looked up in. */
export const unitListPath = 'units/list.json';

/** File of the site with what stands in the list of a fiscal year. */
export function yearFilePath(year: number | string): string {
  return `years/${year}/bodies.csv`;
}

/** An address below the base path, with an anchor where given. */
function at(path: string, anchor = ''): string {
  return base + path + (anchor && `#${anchor}`);
}
