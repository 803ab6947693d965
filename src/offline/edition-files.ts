import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classicScript } from './classic-script.ts';
import { packFiles } from './pack-files.ts';
import { type OfflineSite, rewritePage } from './rewrite-page.ts';
import { editionStyle, verifyPage, verifyPageScript } from './verify-page.ts';
import { verifyScript } from './verify-script.ts';

/** A file of the offline edition. */
export interface EditionFile {
  path: string;
  bytes: Uint8Array;
}

/** Files of the online site that a folder has no use for. */
const onlineOnly =
  /^(?:offline\/|sw\.js$|sw\/|manifest\.webmanifest$|opensearch\.xml$|robots\.txt$|sitemap.*\.xml$|_headers$|_redirects$|CNAME$)/;

/** Files that pages load while they are read: they go into packs. */
const loaded = /^(?:search|pagefind)\/(?!index\.html$)|^compare\/list\.json$/;

/** Files that are loaded, and offered for download too. */
const loadedAndOffered = /^data\/[^/]+\/\d+\/figures\.csv$/;

const load = 'offline/load.js';
const style = 'offline/edition.css';

/**
 * Makes the files of the offline edition from a built site, in order of their paths within each kind.
 *
 * @param dist folder of the built site
 * @param paths its files
 * @throws where an address leads nowhere
 */
export async function* editionFiles(
  dist: string,
  paths: readonly string[],
  { base, site }: { base: string; site: string },
): AsyncIterable<EditionFile> {
  const kept = paths.filter((path) => !onlineOnly.test(path));
  const packed = kept.filter((path) => loaded.test(path) || loadedAndOffered.test(path));
  const plain = kept.filter((path) => !loaded.test(path));
  const text = (path: string, content: string): EditionFile => ({
    path,
    bytes: new TextEncoder().encode(content),
  });

  const packs = packFiles(
    new Map(await Promise.all(packed.map(async (path) => [path, await readFile(join(dist, path))] as const))),
  );
  const source = fileURLToPath(new URL('.', import.meta.url));
  yield text(load, await classicScript(source, 'load.ts', { PACKS: String(packs.scripts.length) }));
  yield text(style, editionStyle);
  yield text('offline/verify.js', verifyPageScript);
  yield text('verify.html', verifyPage);
  yield text('verify.mjs', verifyScript);
  const pagefind = packed.find((path) => path.endsWith('/pagefind.js'));
  if (pagefind) yield text('offline/pagefind.js', await classicPagefind(dist, pagefind));
  for (const [index, script] of packs.scripts.entries()) yield text(`offline/packs/${index}.js`, script);

  const scripts = new Map<string, string>();
  for (const path of plain.filter((path) => path.endsWith('.js')))
    scripts.set(path, `offline/scripts/${path.split('/').at(-1)}`);
  const offline: OfflineSite = {
    base,
    site,
    files: new Set(kept),
    scripts,
    before: [load],
  };
  const used = new Set<string>();
  const failures: string[] = [];
  for (const path of plain) {
    if (scripts.has(path)) continue;
    const bytes = await readFile(join(dist, path));
    if (!path.endsWith('.html')) {
      yield { path, bytes };
      continue;
    }
    const page = rewritePage(bytes.toString('utf8'), path, offline);
    for (const address of page.unresolved) failures.push(`${path}: ${address}`);
    for (const [module, script] of scripts) if (page.html.includes(script)) used.add(module);
    yield text(path, path === 'index.html' ? unzipNotice(page.html) : page.html);
  }
  if (failures.length > 0)
    throw new Error(`Addresses that lead nowhere (${failures.length}):\n${failures.slice(0, 20).join('\n')}`);
  for (const module of [...used].sort())
    yield text(scripts.get(module) as string, await classicScript(dist, module));
}

/** Pagefind as it is, in one classic script: only its free names are bound to what a folder has. */
function classicPagefind(dist: string, path: string): Promise<string> {
  return classicScript(
    dist,
    path,
    { fetch: 'mingzhangFetch', Worker: 'undefined', 'import.meta.url': '"file:///pagefind/pagefind.js"' },
    'mingzhangPagefind',
  );
}

/** Where the style sheet of the edition is missing, the page was opened inside the ZIP file, and says so. */
function unzipNotice(html: string): string {
  const notice =
    '<p class="unzip-first"><strong>请先解压。</strong>这个页面还在压缩包里，请把整个压缩包解压到一个文件夹，再打开其中的 index.html。</p>';
  return html
    .replace('</head>', `<link rel="stylesheet" href="${style}"></head>`)
    .replace(/<body[^>]*>/, (body) => `${body}${notice}`);
}
