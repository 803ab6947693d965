import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import type { Settings } from '../settings.ts';
import { abandonSteps, beginSteps, buildSite, type StepPlan, type StepResult } from './build-site.ts';
import {
  differingPaths,
  type FileFacts,
  forgetLedger,
  type Ledger,
  readLedger,
  writeLedger,
} from './ledger.ts';
import { keepPagesMemory, restorePagesMemory } from './pages-memory.ts';
import { openStage, releaseStage } from './releases.ts';
import { removeFiles } from './remove-files.ts';

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
  steps: StepPlan;
  /** Throws where the finished stage must not be served. Gets the pages that changed, and all files. */
  verify(folder: string, pages: string[], files: Ledger): Promise<void>;
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
    const stage = await openStage(settings.dist);
    if (stage.recovered) await restorePagesMemory(settings.cache, stage.live);
    const there = stage.live === null ? new Map() : await readLedger(stage.live);
    await forgetLedger(stage.folder);
    beginSteps(actions.steps, { ...settings, dist: stage.folder });
    await actions.ingest();
    const built = await buildSite(
      { ...settings, dist: stage.folder },
      actions.steps,
      there,
      actions.report,
      actions.now,
    );
    const already = new Set(stage.kept);
    const kept = [...there.keys()].filter(
      (path) => hashed.test(path) && !built.files.has(path) && !already.has(path),
    );
    const files = new Map([
      ...built.files,
      ...kept.map((path) => [path, there.get(path) as FileFacts] as const),
    ]);
    const differing = differingPaths(there, files);
    await removeFiles(
      stage.folder,
      differing.filter((path) => !files.has(path)),
    );
    const pages = differing.filter((path) => path.endsWith('.html') && files.has(path));
    await actions.verify(stage.folder, pages, files);
    await writeLedger(stage.folder, files);
    await keepPagesMemory(settings.cache, stage.folder);
    await releaseStage(settings.dist, stage, differing, kept);
    return { steps: built.results, ...sortPages(differing, there, files), files: differing.length };
  } finally {
    abandonSteps(actions.steps);
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

function sortPages(paths: string[], before: Ledger, after: Ledger) {
  const pages = paths.filter((path) => path.endsWith('.html'));
  const address = (path: string) => path.replace(/(?:^|(?<=\/))index\.html$/, '');
  return {
    added: pages.filter((path) => !before.has(path)).map(address),
    changed: pages.filter((path) => before.has(path) && after.has(path)).map(address),
    removed: pages.filter((path) => !after.has(path)).map(address),
  };
}
