import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import type { Settings } from '../settings.ts';
import { type BuildStep, buildSite, type StepResult } from './build-site.ts';
import { pruneFiles } from './prune-files.ts';
import { openStage, releaseStage } from './releases.ts';
import { changedPaths, scanTree, type TreeScan } from './scan-tree.ts';

/** What a publication changed in the site. */
export interface PublishSummary {
  steps: StepResult[];
  /** Addresses of pages, relative to the site. */
  added: string[];
  changed: string[];
  removed: string[];
  /** Files of any kind that differ from the publication before. */
  files: number;
}

/** What a publication does besides moving folders; tests pass their own. */
export interface PublishActions {
  /** Takes the new texts into the archive. */
  ingest(): Promise<void>;
  steps: BuildStep[];
  /** Throws where the finished stage must not be served. Gets the pages that changed. */
  verify(folder: string, pages: string[]): Promise<void>;
  report(result: StepResult): void;
  now(): number;
}

/** Files whose names carry a hash: tabs that are open may still ask for those of the publication before. */
const hashed = /^_astro\/|^(?:search|pagefind)\/[^/]+\//;

/**
 * Takes in new texts and serves the site made from them: at once, or not at all.
 *
 * The site is built in the copy that is not served. An error, or the end of the process, at any moment leaves
 * the last good site in place; the next run recovers.
 *
 * @throws if another publication runs, and whatever a step throws
 */
export async function publishSite(settings: Settings, actions: PublishActions): Promise<PublishSummary> {
  const release = await takeLock(`${settings.dist}.releases`);
  try {
    await actions.ingest();
    const stage = await openStage(settings.dist);
    if (stage.recovered) await rm(join(settings.cache, 'astro'), { recursive: true, force: true });
    const before = await scanTree(stage.folder);
    const steps = await buildSite(
      { ...settings, dist: stage.folder },
      actions.steps,
      actions.report,
      actions.now,
    );
    const claimed = new Set(steps.flatMap(({ files }) => files));
    const already = new Set(stage.kept);
    const kept = [...before.keys()].filter(
      (path) => hashed.test(path) && !claimed.has(path) && !already.has(path),
    );
    await pruneFiles(stage.folder, new Set([...claimed, ...kept]));
    const after = await scanTree(stage.folder);
    const touched = changedPaths(before, after);
    const pages = touched.filter((path) => path.endsWith('.html') && after.has(path));
    await actions.verify(stage.folder, pages);
    const differing = stage.live === null ? touched : await differingPaths(stage.live, stage.folder, touched);
    await releaseStage(settings.dist, stage, touched, kept);
    return { steps, ...sortPages(differing, before, after), files: differing.length };
  } finally {
    await release();
  }
}

async function takeLock(home: string): Promise<() => Promise<void>> {
  await mkdir(home, { recursive: true });
  try {
    return await lock(home, { lockfilePath: join(home, 'lock'), stale: 30_000, update: 5_000 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED')
      throw new Error(`Another publication is running (${join(home, 'lock')}). Wait for it to end.`);
    throw error;
  }
}

/** Of the paths that were written, those whose bytes differ from what is served. */
async function differingPaths(live: string, folder: string, paths: string[]): Promise<string[]> {
  const read = (root: string, path: string) => readFile(join(root, path)).catch(() => null);
  const differing: string[] = [];
  for (const path of paths) {
    const [before, after] = await Promise.all([read(live, path), read(folder, path)]);
    if (!before || !after || !before.equals(after)) differing.push(path);
  }
  return differing;
}

function sortPages(paths: string[], before: TreeScan, after: TreeScan) {
  const pages = paths.filter((path) => path.endsWith('.html'));
  const address = (path: string) => path.replace(/(?:^|(?<=\/))index\.html$/, '');
  return {
    added: pages.filter((path) => !before.has(path)).map(address),
    changed: pages.filter((path) => before.has(path) && after.has(path)).map(address),
    removed: pages.filter((path) => !after.has(path)).map(address),
  };
}
