import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Ledger } from '../publish/ledger.ts';
import { classicScript } from './classic-script.ts';
import type { EntrySource } from './make-entries.ts';
import { planPacks } from './pack-files.ts';
import { editionStylePath } from './unzip-notice.ts';
import { editionStyle, verifyPage, verifyPageScript } from './verify-page.ts';
import { verifyScript } from './verify-script.ts';

/** An entry of the edition before it is made. */
export interface PlannedEntry {
  path: string;
  /** Stands for all that its content follows from. */
  key: string;
  /** What it is made from in a thread, or the text that it is. */
  make: EntrySource | (() => string | Promise<string>);
}

/** The edition before it is made. */
export interface EditionPlan {
  /** All but the scripts of pages, which follow from the pages. */
  entries: PlannedEntry[];
  /** Files of the site that pages may lead to. */
  files: string[];
  /** Module script → the entry that stands for it where a page uses it. */
  scripts: Map<string, PlannedEntry>;
}

/** Files of the online site that a folder has no use for. */
const onlineOnly =
  /^(?:offline\/|sw\.js$|sw\/|manifest\.webmanifest$|opensearch\.xml$|feed\.xml$|robots\.txt$|sitemap.*\.xml$|_headers$|_redirects$|CNAME$)/;

/** Files that pages load while they are read: they go into packs. */
const loaded = /^(?:search|pagefind)\/(?!index\.html$)|^(?:compare|units)\/list\.json$/;

/** Files that are loaded, and offered for download too. */
const loadedAndOffered =
  /^data\/[^/]+\/\d+\/(?:figures|projects|project_funds)\.csv$|^years\/\d+\/bodies\.csv$/;

/** Script that every page loads first. */
export const loadScript = 'offline/load.js';

/**
 * Plans the files of the offline edition, told by the files of the built site and their hashes; nothing is read.
 *
 * @param site its files
 * @param program stands for the code that makes the edition, and for what all pages are rewritten by
 */
export function planEdition(dist: string, site: Ledger, program: string): EditionPlan {
  const files = [...site.keys()].filter((path) => !onlineOnly.test(path)).sort();
  const hashOf = (path: string) => site.get(path)?.[0] ?? '';
  const keyOf = (...parts: string[]) => digest([program, ...parts].join('\n'));
  const text = (path: string, content: string): PlannedEntry => ({
    path,
    key: keyOf(content),
    make: () => content,
  });

  const packed = files.filter((path) => loaded.test(path) || loadedAndOffered.test(path));
  const { table, packs } = planPacks(new Map(packed.map((path) => [path, site.get(path)?.[1] ?? 0])));
  const source = fileURLToPath(new URL('.', import.meta.url));
  const define = { PACKS: JSON.stringify(table) };
  const entries: PlannedEntry[] = [
    { path: loadScript, key: keyOf(define.PACKS), make: () => classicScript(source, 'load.ts', define) },
    text(editionStylePath, editionStyle),
    text('offline/verify.js', verifyPageScript),
    text('verify.html', verifyPage),
    text('verify.mjs', verifyScript),
  ];
  const pagefind = packed.find((path) => path.endsWith('/pagefind.js'));
  if (pagefind)
    entries.push({
      path: 'offline/pagefind.js',
      key: keyOf(hashOf(pagefind)),
      make: () => classicPagefind(dist, pagefind),
    });
  for (const [pack, members] of packs) {
    const path = `offline/packs/${pack}.js`;
    const content = [...members].map(([name, file]) => `${name} ${hashOf(file)}`);
    entries.push({
      path,
      key: keyOf(pack, ...content),
      make: { kind: 'pack', path, pack, files: [...members] },
    });
  }

  const plain = files.filter((path) => !loaded.test(path));
  const modules = plain.filter((path) => path.endsWith('.js'));
  // The tables of the whole archive take longest: they are made while all else is stored.
  const isTable = (path: string) => /^data\/[^/]+\.csv$/.test(path);
  const others = plain.filter((path) => !path.endsWith('.js'));
  for (const path of [...others.filter((path) => !isTable(path)), ...others.filter(isTable)]) {
    const kind = path.endsWith('.html') ? 'page' : 'file';
    entries.push({ path, key: keyOf(kind, hashOf(path)), make: { kind, path } });
  }
  // A script is bundled with what it imports, which may be any of them.
  const allModules = digest(modules.map((path) => `${path} ${hashOf(path)}`).join('\n'));
  const scripts = new Map(
    modules.map((path): [string, PlannedEntry] => [
      path,
      {
        path: `offline/scripts/${path.split('/').at(-1)}`,
        key: keyOf(path, allModules),
        make: () => classicScript(dist, path),
      },
    ]),
  );
  return { entries, files, scripts };
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

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
