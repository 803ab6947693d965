import { resolve } from 'node:path';
import { Advice } from './advice.ts';

/** Where the archive is read from and written to, and under which address it is served. */
export interface Settings {
  /** Folder with sources, corrections, disclosures, catalogues. Absolute. */
  content: string;
  /** Finished site. Absolute. */
  dist: string;
  /** Caches that can be deleted at any time. Absolute. */
  cache: string;
  /** Origin of the hosted site, e.g. `https://budget.example.org`; `''` where not known. */
  site: string;
  /** Path that the site is served under, with both slashes: `/` or `/archive/`. */
  base: string;
}

/**
 * Reads the settings from the environment (`CONTENT`, `DIST`, `CACHE`, `SITE`, `BASE`); paths are relative to `root`.
 *
 * @throws Advice where an address is none
 */
export function readSettings(env: Record<string, string | undefined>, root: string): Settings {
  return {
    content: resolve(root, env.CONTENT ?? 'content'),
    dist: resolve(root, env.DIST ?? 'dist'),
    cache: resolve(root, env.CACHE ?? '.cache'),
    site: readSite(env.SITE ?? ''),
    base: readBase(env.BASE ?? ''),
  };
}

/** All links begin with it: what is no path would make each of them lead astray. */
function readBase(given: string): string {
  const path = given.replace(/^\/|\/$/g, '');
  if (path === '') return '/';
  if (!path.split('/').every((part) => /^[\w.~-]+$/.test(part) && !/^\.+$/.test(part)))
    throw new Advice(
      `BASE 应为网址里的路径，由字母、数字和 - . _ ~ 组成，例如 BASE=/archive/；现在是「${given}」。`,
    );
  return `/${path}/`;
}

function readSite(given: string): string {
  if (given === '') return '';
  const url = /^https?:\/\//i.test(given) ? URL.parse(given) : null;
  if (url?.search !== '' || url.hash !== '' || url.username !== '' || /[?#]/.test(given))
    throw new Advice(
      `SITE 应为站点的来源，即协议和主机，例如 SITE=https://budget.example.org；现在是「${given}」。`,
    );
  if (url.pathname !== '/') {
    const base = `${url.pathname.replace(/\/$/, '')}/`;
    throw new Advice(
      `SITE 只含协议和主机，路径另写在 BASE 里：SITE=${url.origin} BASE=${base}；现在是「${given}」。`,
    );
  }
  return url.origin;
}
