import { Parser } from 'htmlparser2';
import { relativeAddress } from './relative-address.ts';

/** A page made ready for a folder without a server. */
export interface RewrittenPage {
  html: string;
  /** Addresses that lead to no file of the archive, each with the attribute that holds it. */
  unresolved: string[];
}

/** What the pages of one archive have in common. */
export interface OfflineSite {
  /** Path that the online site is built for, with both slashes. */
  base: string;
  /** Origin of the online site, or `''`. */
  site: string;
  /** Every file of the folder, relative to it. */
  files: { has(path: string): boolean };
  /** Classic scripts that stand for module scripts: path of the module → path of the script. */
  scripts: ReadonlyMap<string, string>;
  /** Scripts of the offline edition, loaded before all others. */
  before: readonly string[];
}

const addressed: Record<string, readonly string[]> = {
  a: ['href'],
  area: ['href'],
  link: ['href'],
  img: ['src'],
  image: ['href'],
  use: ['href', 'xlink:href'],
  script: ['src'],
  source: ['src'],
  form: ['action'],
  object: ['data'],
  embed: ['src'],
  iframe: ['src'],
};

/** Marks an element that is of use online only. */
const onlineOnly = 'data-online-only';

/** Links of the head that mean nothing without a server. */
const onlineLinks = new Set([
  'canonical',
  'manifest',
  'search',
  'modulepreload',
  'preload',
  'prefetch',
  'alternate',
]);

/** A range of the page's text. */
interface Range {
  start: number;
  end: number;
}

interface Edit extends Range {
  text: string;
}

interface Attribute extends Range {
  name: string;
  value: string;
}

/** The start tag of an element, with its places in the text. */
interface Tag extends Range {
  name: string;
  attributes: Attribute[];
}

/**
 * Rewrites a built page for `file://`: relative addresses with explicit `index.html`, classic scripts, no policy
 * (its `'self'` means nothing without an origin). Elements with `data-online-only` go. Everything else stays as it
 * is, byte for byte.
 *
 * @param path of the page, relative to the folder: `units/u/2024/index.html`
 */
export function rewritePage(html: string, path: string, site: OfflineSite): RewrittenPage {
  const edits: Edit[] = [];
  const unresolved: string[] = [];
  const resolve = resolver(path, site);
  readTags(html, (tag) => edits.push(...editsOf(tag, path, site, resolve, unresolved)));
  let out = '';
  let from = 0;
  for (const { start, end, text } of edits) {
    out += html.slice(from, start) + text;
    from = end;
  }
  return { html: out + html.slice(from), unresolved };
}

/** Reads the start tags of a page in order; an element that is of use online only comes as the whole that it is. */
function readTags(html: string, onTag: (tag: Tag) => void): void {
  let attributes: Attribute[] = [];
  let depth = 0;
  let left: { depth: number; start: number } | undefined;
  const parser = new Parser({
    onopentagname() {
      attributes = [];
    },
    onattribute(name, value) {
      attributes.push({ name, value, start: parser.startIndex, end: parser.endIndex });
    },
    onopentag(name) {
      const { startIndex: start, endIndex } = parser;
      depth++;
      if (left) return;
      if (attributes.some((attribute) => attribute.name === onlineOnly)) left = { depth, start };
      else onTag({ name, attributes, start, end: endIndex + 1 });
    },
    onclosetag(name, isImplied) {
      if (left?.depth === depth--) {
        const { start } = left;
        // Where another tag closes it, it ends before that one.
        const end = isImplied && parser.startIndex > start ? parser.startIndex : parser.endIndex + 1;
        onTag({ name, attributes: [{ name: onlineOnly, value: '', start, end: start }], start, end });
        left = undefined;
      }
    },
  });
  parser.end(html);
}

type Resolve = (address: string, renamed?: ReadonlyMap<string, string>) => string | null;

/** Relative addresses as seen from one page, most of whose links lead to places in few files. */
function resolver(path: string, site: OfflineSite): Resolve {
  const known = new Map<string, string | null>();
  return (address, renamed) => {
    const end = address.search(/[?#]/);
    if (renamed || end === 0) return relativeAddress(address, path, site, renamed);
    const file = end < 0 ? address : address.slice(0, end);
    let target = known.get(file);
    if (target === undefined) {
      target = relativeAddress(file, path, site);
      known.set(file, target);
    }
    return target === null || end < 0 ? target : target + address.slice(end);
  };
}

function editsOf(tag: Tag, path: string, site: OfflineSite, resolve: Resolve, unresolved: string[]): Edit[] {
  const { name, start, end } = tag;
  const attribute = (wanted: string) => tag.attributes.find((attr) => attr.name === wanted)?.value;
  if (attribute(onlineOnly) !== undefined) return [{ start, end, text: '' }];
  if (name === 'html') {
    return setAttributes(tag, { 'data-base': rootOf(path), 'data-offline': '' });
  }
  if (name === 'meta' && attribute('http-equiv')?.toLowerCase() === 'content-security-policy') {
    const root = rootOf(path);
    const scripts = site.before.map((script) => `<script src="${root}${script}"></script>`);
    return [{ start, end, text: scripts.join('') }];
  }
  if (name === 'link' && onlineLinks.has(attribute('rel') ?? '')) return [{ start, end, text: '' }];
  const isModule = name === 'script' && attribute('type') === 'module';
  const changes: Record<string, string | null> = {};
  for (const address of addressed[name] ?? []) {
    const value = attribute(address);
    if (value === undefined) continue;
    const target = resolve(value, isModule ? site.scripts : undefined);
    if (target === null) unresolved.push(`${name} ${address}="${value}"`);
    else if (target !== value) changes[address] = target;
  }
  if (isModule && attribute('src') !== undefined)
    Object.assign(changes, { type: null, defer: '', crossorigin: null });
  if (name === 'link') Object.assign(changes, { crossorigin: null, integrity: null });
  return setAttributes(tag, changes);
}

/** Address of the folder as seen from a page in it. */
function rootOf(path: string): string {
  const depth = path.split('/').length - 1;
  return depth === 0 ? './' : '../'.repeat(depth);
}

/** Edits that set, add (`''` for none) or remove (`null`) attributes in a start tag, in the order of the text. */
function setAttributes(tag: Tag, changes: Readonly<Record<string, string | null>>): Edit[] {
  const edits: Edit[] = [];
  let added = '';
  for (const [name, value] of Object.entries(changes)) {
    const at = tag.attributes.find((attribute) => attribute.name === name);
    const text = value === null ? '' : value === '' ? name : `${name}="${escapeAttribute(value)}"`;
    // A removed one takes the blank before it with it.
    if (at) edits.push({ start: at.start - (value === null ? 1 : 0), end: at.end, text });
    else if (value !== null) added += ` ${text}`;
  }
  const behindName = tag.start + 1 + tag.name.length;
  if (added) edits.push({ start: behindName, end: behindName, text: added });
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
