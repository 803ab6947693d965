import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { relativeAddress } from './relative-address.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

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

/** Links of the head that mean nothing without a server. */
const onlineOnly = new Set([
  'canonical',
  'manifest',
  'search',
  'modulepreload',
  'preload',
  'prefetch',
  'alternate',
]);

interface Edit {
  start: number;
  end: number;
  text: string;
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
  const depth = path.split('/').length - 1;
  const root = depth === 0 ? './' : '../'.repeat(depth);
  const visit = (node: Node) => {
    if ('tagName' in node) {
      if (node.sourceCodeLocation && node.attrs.some(({ name }) => name === 'data-online-only')) {
        edits.push({
          start: node.sourceCodeLocation.startOffset,
          end: node.sourceCodeLocation.endOffset,
          text: '',
        });
        return;
      }
      edits.push(...editsOf(node, path, root, site, unresolved, html));
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  let out = '';
  let from = 0;
  for (const { start, end, text } of edits) {
    out += html.slice(from, start) + text;
    from = end;
  }
  return { html: out + html.slice(from), unresolved };
}

function editsOf(
  element: Element,
  path: string,
  root: string,
  site: OfflineSite,
  unresolved: string[],
  html: string,
): Edit[] {
  const place = element.sourceCodeLocation;
  if (!place) return [];
  const attribute = (name: string) => element.attrs.find((attr) => attr.name === name)?.value;
  const whole = { start: place.startOffset, end: place.endOffset };
  if (element.tagName === 'html')
    return setAttributes(
      element,
      html,
      new Map([
        ['data-base', root],
        ['data-offline', ''],
      ]),
    );
  if (element.tagName === 'meta' && attribute('http-equiv')?.toLowerCase() === 'content-security-policy')
    return [
      { ...whole, text: site.before.map((script) => `<script src="${root}${script}"></script>`).join('') },
    ];
  if (element.tagName === 'link' && onlineOnly.has(attribute('rel') ?? '')) return [{ ...whole, text: '' }];
  const changes = new Map<string, string | null>();
  for (const name of addressed[element.tagName] ?? []) {
    const value = attribute(name);
    if (value === undefined) continue;
    const target = resolveTarget(value, element, path, site);
    if (target === null) unresolved.push(`${element.tagName} ${name}="${value}"`);
    else if (target !== value) changes.set(name, target);
  }
  if (element.tagName === 'script' && attribute('type') === 'module' && attribute('src') !== undefined) {
    changes.set('type', null);
    changes.set('defer', '');
    changes.set('crossorigin', null);
  }
  if (element.tagName === 'link') {
    changes.set('crossorigin', null);
    changes.set('integrity', null);
  }
  return setAttributes(element, html, changes);
}

function resolveTarget(value: string, element: Element, path: string, site: OfflineSite): string | null {
  const module =
    element.tagName === 'script' &&
    element.attrs.some(({ name, value: type }) => name === 'type' && type === 'module');
  return relativeAddress(value, path, site, module ? site.scripts : undefined);
}

/** Edits that set, add (`''` for none) or remove (`null`) attributes in the start tag of an element. */
function setAttributes(element: Element, html: string, changes: ReadonlyMap<string, string | null>): Edit[] {
  const location = element.sourceCodeLocation;
  const tag = location && 'startTag' in location && location.startTag ? location.startTag : location;
  if (!location || !tag) return [];
  const edits: Edit[] = [];
  let added = '';
  for (const [name, value] of changes) {
    const at = location.attrs?.[name];
    const text = value === null ? '' : value === '' ? name : `${name}="${escapeAttribute(value)}"`;
    if (at) edits.push({ start: at.startOffset - (value === null ? 1 : 0), end: at.endOffset, text });
    else if (value !== null) added += ` ${text}`;
  }
  if (added) {
    const end = tag.startOffset + 1 + element.tagName.length;
    if (html.slice(tag.startOffset + 1, end).toLowerCase() === element.tagName)
      edits.push({ start: end, end, text: added });
  }
  return edits;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
