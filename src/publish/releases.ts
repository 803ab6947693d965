import { copyFileSync, existsSync, linkSync, mkdirSync, unlinkSync } from 'node:fs';
import {
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { forgetLedger, ledgerOf } from './ledger.ts';
import { ifThere, removeFiles } from './remove-files.ts';
import { writeChanged } from './write-changed.ts';

const State = z.object({
  /** A build has begun in the copy that is not served and did not end: that copy is worth nothing. */
  building: z.boolean(),
  /** Paths in which the served copy differs from the other. */
  changed: z.array(z.string()),
  /** Files of the publication before that are kept one round for open tabs. */
  kept: z.array(z.string()),
});
type State = z.infer<typeof State>;

/** The place where the next publication is built while the present one is served. */
export interface Stage {
  /** Folder to build in; it holds the present publication. A file that changes is replaced, never written into. */
  folder: string;
  /** Folder that is served now, or null before the first publication. */
  live: string | null;
  /** An earlier run ended in the middle: caches of the build cannot be trusted. */
  recovered: boolean;
  /** Files that the present publication only keeps for open tabs. */
  kept: string[];
}

/**
 * Prepares the copy that is not served for the next build.
 *
 * `dist` becomes a link to the served copy in `<dist>.releases/`. After a run that was killed, the other
 * copy is made anew from the served one.
 */
export async function openStage(dist: string): Promise<Stage> {
  const home = `${dist}.releases`;
  await mkdir(home, { recursive: true });
  await adoptFolder(dist, home);
  const target = await readlink(dist).catch(() => null);
  // A link whose copy was deleted serves nothing.
  const live = target !== null && existsSync(join(home, basename(target))) ? basename(target) : null;
  const next = live === 'a' ? 'b' : 'a';
  const folder = join(home, next);
  const state = await readState(home);
  const recovered = state?.building ?? false;
  if (live === null || state === null || recovered) await rm(folder, { recursive: true, force: true });
  const { changed, kept } = state ?? { changed: [], kept: [] };
  await writeState(home, { building: true, changed, kept });
  if (live !== null) await follow(join(home, live), folder, changed);
  else await mkdir(folder, { recursive: true });
  return { folder, live: live === null ? null : join(home, live), recovered, kept };
}

/**
 * Serves the finished stage from now on: one rename of a link.
 *
 * @param changed paths in which it differs from the publication before
 * @param kept files that it only keeps for open tabs
 */
export async function releaseStage(
  dist: string,
  stage: Stage,
  changed: string[],
  kept: string[],
): Promise<void> {
  const home = `${dist}.releases`;
  const link = join(home, 'next');
  await rm(link, { force: true });
  await symlink(join(basename(home), basename(stage.folder)), link);
  await rename(link, dist);
  await writeState(home, { building: false, changed, kept });
}

/**
 * Brings the copy that was served before up to the one that is served now, which the next publication would do: where what
 * was taken back must not lie about until then.
 */
export async function alignBehind(
  dist: string,
  { live, folder }: Stage,
  changed: string[],
  kept: string[],
): Promise<void> {
  if (live === null) return;
  const home = `${dist}.releases`;
  await writeState(home, { building: true, changed, kept });
  await forgetLedger(live);
  await follow(folder, live, changed);
  await writeState(home, { building: false, changed: [], kept });
}

/** A folder that an ordinary build left at `dist` becomes the first served copy. */
async function adoptFolder(dist: string, home: string): Promise<void> {
  const found = await lstat(dist).catch(() => null);
  if (found?.isDirectory()) {
    await rm(join(home, 'a'), { recursive: true, force: true });
    await rename(ledgerOf(dist), ledgerOf(join(home, 'a'))).catch(() => forgetLedger(join(home, 'a')));
    await rename(dist, join(home, 'a'));
    await symlink(join(basename(home), 'a'), dist);
    await rm(join(home, 'state.json'), { force: true });
  } else if (!found) {
    // Killed between the two renames above: the site is there, only the link is missing.
    const left = await lstat(join(home, 'a')).catch(() => null);
    const begun = await lstat(join(home, 'state.json')).catch(() => null);
    if (left && !begun) await symlink(join(basename(home), 'a'), dist);
  }
}

/**
 * Brings a copy up to another: whole where it is missing, else by the paths known to differ.
 *
 * Both hold the same files on disk, by links: a copy of thousands of disclosures is gigabytes. So nobody may write into a
 * file of the stage; who changes one replaces it.
 */
async function follow(from: string, to: string, changed: string[]): Promise<void> {
  const there = await lstat(to).catch(() => null);
  if (!there) {
    await linkTree(from, to);
    return;
  }
  const gone: string[] = [];
  for (const path of changed) {
    const [source, target] = [join(from, path), join(to, path)];
    ifThere(() => unlinkSync(target));
    // Not there in the one copy, or its folder not in the other.
    if (ifThere(() => linkFileNow(source, target))) continue;
    if (!existsSync(source)) {
      gone.push(path);
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    linkFileNow(source, target);
  }
  removeFiles(to, gone);
}

/** Where the file system knows no links, the file is copied. */
function linkFileNow(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    copyFileSync(from, to);
  }
}

async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true });
  await Promise.all(
    entries.map((entry) => {
      const [source, target] = [join(from, entry.name), join(to, entry.name)];
      return entry.isDirectory() ? linkTree(source, target) : linkFile(source, target);
    }),
  );
}

/** Where the file system knows no links, the file is copied. */
async function linkFile(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}

async function readState(home: string): Promise<State | null> {
  const text = await readFile(join(home, 'state.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  return State.safeParse(JSON.parse(text)).data ?? null;
}

async function writeState(home: string, state: State): Promise<void> {
  await writeChanged(join(home, 'state.json'), `${JSON.stringify(state)}\n`);
}
