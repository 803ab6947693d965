import type { OfflineSite } from './rewrite-page.ts';

/** Addresses that are not the archive's: left as they are. */
const foreign = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/**
 * Turns an address of the online site into one that works in a folder.
 *
 * @param address as written in the page
 * @param path of the page that it stands in, relative to the folder
 * @param renamed files that another file stands for
 * @returns null where it leads to no file of the folder
 */
export function relativeAddress(
  address: string,
  path: string,
  site: Pick<OfflineSite, 'base' | 'site' | 'files'>,
  renamed?: ReadonlyMap<string, string>,
): string | null {
  if (address.startsWith('#') || address === '') return address;
  let local = address;
  if (site.site && local.startsWith(`${site.site}/`)) local = local.slice(site.site.length);
  if (foreign.test(local)) return address;
  const [, before = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(local) ?? [];
  const decoded = decode(before);
  const target = decoded === null ? null : locate(decoded, path, site.base);
  if (target === null) return null;
  const file = [target, `${target}${target === '' || target.endsWith('/') ? '' : '/'}index.html`].find(
    (name) => site.files.has(name),
  );
  if (file === undefined) return null;
  return between(path, renamed?.get(file) ?? file) + query + hash;
}

function decode(address: string): string | null {
  try {
    return decodeURI(address);
  } catch {
    return null; // a stray `%`
  }
}

/** Path of an address relative to the folder, or null where it lies outside of the site. */
function locate(before: string, path: string, base: string): string | null {
  if (before === '') return path;
  if (before.startsWith('/')) {
    if (`${before}/` === base) return '';
    return before.startsWith(base) ? before.slice(base.length) : null;
  }
  const parts = path.split('/').slice(0, -1);
  for (const part of before.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Address of one file as seen from another. */
export function between(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  const steps = [...here.slice(common).map(() => '..'), ...there.slice(common)].map(encodeURIComponent);
  return steps.join('/');
}
