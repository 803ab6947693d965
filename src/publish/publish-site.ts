import type { Settings } from '../settings.ts';
import { abandonSteps, beginSteps, buildSite, type StepPlan, type StepResult } from './build-site.ts';
import { guardDist } from './guard-dist.ts';
import { isTakenBack } from './is-taken-back.ts';
import {
  differingPaths,
  type FileFacts,
  forgetLedger,
  type Ledger,
  readFacts,
  readLedger,
  writeLedger,
} from './ledger.ts';
import { listFiles } from './list-files.ts';
import { keepPagesMemory, restorePagesMemory } from './pages-memory.ts';
import { alignBehind, openStage, releaseStage, type Stage } from './releases.ts';
import { removeFiles } from './remove-files.ts';
import { takeLock } from './take-lock.ts';

/** What a publication changed in the site. */
export interface PublishSummary {
  steps: StepResult[];
  /** Addresses of pages, relative to the site. */
  added: string[];
  changed: string[];
  removed: string[];
  /** Files of any kind that differ from the publication before. */
  files: number;
  /** How long it took until the site was served; steps run side by side, and their times do not add up to it. */
  seconds: number;
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

/** Those of them that hold nothing of the archive. */
const hashedProgram = /^_astro\//;

/**
 * Takes in new texts and serves the site made from them: at once, or not at all.
 *
 * The site is built in the copy that is not served. An error, or the end of the process, at any moment leaves
 * the last good site in place; the next run recovers.
 *
 * @throws Advice if another publication runs, or where `dist` holds something else than a site, and whatever a step throws
 */
export function publishSite(settings: Settings, actions: PublishActions): Promise<PublishSummary> {
  return release(settings, actions, async ({ there, stage, build }) => {
    const already = new Set(stage.kept);
    const { files, results } = await build(new Map());
    // A tab that asks for a part of the index that is gone tells its reader to load the page anew.
    const mayStay = isTakenBack(there, files) ? hashedProgram : hashed;
    const kept = [...there.keys()].filter(
      (path) => mayStay.test(path) && !files.has(path) && !already.has(path),
    );
    for (const path of kept) files.set(path, there.get(path) as FileFacts);
    return { files, results, kept };
  });
}

/**
 * Serves the site that is served now with what some steps make of it, in the same manner: its offline edition, say.
 *
 * @param actions whose steps come after those that made the site
 * @param theirs whether a file was made by these steps the last time
 */
export function renewSite(
  settings: Settings,
  actions: Omit<PublishActions, 'ingest'>,
  theirs: (path: string) => boolean,
): Promise<PublishSummary> {
  return release(settings, { ...actions, ingest: async () => {} }, async ({ there, stage, build }) => {
    // Files that only open tabs may ask for are served on, but they are no part of the publication.
    const kept = new Set(stage.kept.filter((path) => there.has(path)));
    const standing = new Map([...there].filter(([path]) => !theirs(path) && !kept.has(path)));
    const { files, results } = await build(standing);
    for (const path of kept) files.set(path, there.get(path) as FileFacts);
    return { files, results, kept: [...kept] };
  });
}

/** What is known when a stage is open. */
interface Opened {
  stage: Stage;
  /** What is served. */
  there: Ledger;
  build(standing: Ledger): Promise<{ files: Map<string, FileFacts>; results: StepResult[] }>;
}

async function release(
  settings: Settings,
  actions: PublishActions,
  make: (opened: Opened) => Promise<{ files: Map<string, FileFacts>; results: StepResult[]; kept: string[] }>,
): Promise<PublishSummary> {
  const { steps, report, now } = actions;
  const start = now();
  const takeOver = async () => {
    await guardDist(settings);
    return takeLock(`${settings.dist}.releases`);
  };
  const unlock = await takeOver().catch((error) => {
    abandonSteps(steps);
    throw error;
  });
  try {
    const stage = await openStage(settings.dist);
    const { folder } = stage;
    if (stage.recovered) await restorePagesMemory(settings.cache, stage.live);
    const there = stage.live === null ? new Map() : await filesOf(stage.live);
    await forgetLedger(folder);
    const staged = { ...settings, dist: folder };
    beginSteps(steps, staged);
    await actions.ingest();
    const build = (standing: Ledger) => buildSite(staged, steps, there, report, now, standing);
    const { files, results, kept } = await make({ stage, there, build });
    const differing = differingPaths(there, files);
    const removed = differing.filter((path) => !files.has(path));
    removeFiles(folder, removed);
    const pages = differing.filter((path) => path.endsWith('.html') && files.has(path));
    await actions.verify(folder, pages, files);
    await writeLedger(
      folder,
      files,
      stage.live === null ? null : { folder: stage.live, ledger: there, differing },
    );
    await keepPagesMemory(settings.cache, folder);
    await releaseStage(settings.dist, stage, differing, kept);
    if (isTakenBack(there, files)) await alignBehind(settings.dist, stage, differing, kept);
    const seconds = (now() - start) / 1000;
    return { steps: results, ...sortPages(differing, there, files), files: differing.length, seconds };
  } finally {
    abandonSteps(steps);
    await unlock();
  }
}

/** The files of the site that is served; where their ledger was lost, they are read. */
async function filesOf(live: string): Promise<Ledger> {
  const ledger = await readLedger(live);
  if (ledger.size > 0) return ledger;
  const files = new Map<string, FileFacts>();
  for (const path of await listFiles(live)) files.set(path, await readFacts(live, path));
  return files;
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
