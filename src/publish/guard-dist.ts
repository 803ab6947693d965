import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Advice } from '../advice.ts';
import type { Settings } from '../settings.ts';
import { manifestPath } from '../worker/site-manifest.ts';
import { isBegun, readLedger } from './ledger.ts';

/** Folder of the program. */
const program = fileURLToPath(new URL('../..', import.meta.url));

/** The first bytes of the list of files that every version of the program put into a finished site. */
const manifestBegins = '{"edition":"';

/** Of a folder that is a branch of a repository, as hosts of pages want it: it is no part of the site, and stays. */
export const versionControl = '.git';

/** Entries of a folder that are named before the rest is left out. */
const named = 3;

/**
 * Makes sure that the folder of the site can be taken for one: what is built there replaces all that it holds. It must hold
 * nothing, or a site that this program made; and nothing of the archive, of the program or of a person may lie in it.
 *
 * @throws Advice that names the folder; nothing was touched
 */
export async function guardDist(settings: Pick<Settings, 'content' | 'dist' | 'cache'>): Promise<void> {
  const { dist, content, cache } = settings;
  const place = join(realPlace(dirname(dist)), basename(dist));
  const others: [what: string, folder: string][] = [
    ['公开文本的档案（CONTENT）', content],
    ['缓存（CACHE）', cache],
    ['程序本身', program],
    ['用户的主文件夹', homedir()],
    ['磁盘的根', parse(dist).root],
  ];
  for (const [what, folder] of others)
    if (holds(place, realPlace(folder)))
      refuse(dist, `那里有${what} ${folder}`, '请为站点另设一个专门的文件夹，例如 DIST=dist');

  const found = lstatSync(dist, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isSymbolicLink()) {
    if (!isOurLink(dist))
      refuse(dist, `它是一个指向 ${readlinkSync(dist)} 的链接，不是 npm run publish 建立的`, freeFolder);
  } else if (!found.isDirectory()) refuse(dist, '它是一个文件，不是文件夹', freeFolder);
  else {
    const entries = readdirSync(dist).filter((name) => name !== versionControl);
    if (entries.length === 0 || (await isOurs(dist))) return;
    const some = entries.slice(0, named).join('、');
    const what = `里面有 ${some}${entries.length > named ? ' 等' : ''}，不是这个程序生成的站点`;
    refuse(dist, what, `${freeFolder}；如果里面的内容都不再需要，可先把它清空`);
  }
}

const freeFolder = '请把 DIST 设为一个空文件夹或还不存在的文件夹';

function refuse(dist: string, why: string, what: string): never {
  throw new Advice(
    `站点不能放在 ${dist}（DIST）：${why}，而生成站点会删去文件夹里原有的内容。${what}。没有改动任何文件。`,
  );
}

/** The path without links, as far as it exists. */
function realPlace(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return dirname(path) === path ? path : join(realPlace(dirname(path)), basename(path));
  }
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
}

/** The link that a publication flips leads into the two copies beside it. */
function isOurLink(dist: string): boolean {
  const target = resolve(dirname(dist), readlinkSync(dist));
  const releases = `${dist}.releases`;
  return ['a', 'b'].some((name) => realPlace(target) === realPlace(join(releases, name)));
}

/** Whether a folder holds a site that the program made or was making when it was stopped. */
async function isOurs(dist: string): Promise<boolean> {
  if (beginsLikeManifest(join(dist, manifestPath)) || (await isBegun(dist))) return true;
  for (const [path, [, bytes]] of await readLedger(dist))
    if (statSync(join(dist, path), { throwIfNoEntry: false })?.size === bytes) return true;
  return false;
}

function beginsLikeManifest(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  const file = openSync(path, 'r');
  const bytes = Buffer.alloc(manifestBegins.length);
  readSync(file, bytes);
  closeSync(file);
  return bytes.toString() === manifestBegins;
}
