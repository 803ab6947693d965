/** Response headers of the files whose path matches. */
export interface HeaderRule {
  /** Path from the start of the site; `*` stands for anything, at the end only. */
  path: string;
  headers: Record<string, string>;
}

const immutable = 'public, max-age=31536000, immutable';
const revalidate = 'no-cache';

/**
 * What a host should send with the site. Later rules add to earlier ones and replace the same header.
 *
 * Files with their hash in their name never change; all else is asked for again, which an unchanged file answers
 * with 304. The policy of scripts and styles stands in each page; what a page cannot say of itself stands here.
 */
export const headerRules: HeaderRule[] = [
  {
    path: '*',
    headers: {
      'Cache-Control': revalidate,
      'Content-Security-Policy': "frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  },
  { path: '_astro/*', headers: { 'Cache-Control': immutable } },
  // Folders of the search index carry the digest of what is in them; only the lists of them keep their names.
  { path: 'search/*', headers: { 'Cache-Control': immutable } },
  { path: 'pagefind/*', headers: { 'Cache-Control': immutable } },
  { path: 'search/', headers: { 'Cache-Control': revalidate } },
  { path: 'search/index.html', headers: { 'Cache-Control': revalidate } },
  { path: 'search/manifest.json', headers: { 'Cache-Control': revalidate } },
  { path: 'search/heads.bin', headers: { 'Cache-Control': revalidate } },
  {
    path: 'data/*',
    headers: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
  },
  { path: 'sw.js', headers: { 'Cache-Control': 'no-store' } },
  { path: 'edition.json', headers: { 'Cache-Control': 'no-store' } },
];

/**
 * The rules as Netlify and Cloudflare Pages read them from `_headers`. These hosts join the values of all rules that
 * match, so what a narrower rule sets is left out of the one for everything; their own default is to ask again.
 */
export function writeHeadersFile(rules: readonly HeaderRule[], base: string): string {
  const narrower = new Set(
    rules.filter(({ path }) => path !== '*').flatMap(({ headers }) => Object.keys(headers)),
  );
  return rules
    .map(({ path, headers }) => {
      const lines = Object.entries(headers).filter(([name]) => path !== '*' || !narrower.has(name));
      return [`${base}${path}`, ...lines.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
    })
    .join('\n\n')
    .concat('\n');
}

/** Headers for one path of the site, by the rules. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const matching = rules.filter((rule) =>
    rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
  );
  return Object.assign({}, ...matching.map((rule) => rule.headers));
}
