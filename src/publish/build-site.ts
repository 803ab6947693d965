import { type Archive, loadArchive } from '../record/load-archive.ts';
import type { Settings } from '../settings.ts';
import { type FileFacts, type Ledger, readFacts } from './ledger.ts';

/** What a step's present output is. */
export interface StepOutput {
  /** In a few words: `2,460 页`. */
  made: string;
  /** Every file of the output, reused ones included, relative to `dist` with `/`. */
  files: string[];
  /** The files that this run wrote, be it with the same bytes; all others stand as the build before left them. */
  written: string[];
  /** Facts of written files where the step knows them already; the others are read once. */
  facts?: Ledger;
}

/** What a step can rely on. */
export interface BuildState {
  /** What the build before left in the folder. */
  there: Ledger;
  /** What the steps before this one made, as it stands in the folder now. */
  made: Ledger;
  /** The archive that is built: listed once for all steps, when the first of them asks. */
  archive(): Archive;
  /** Waits for another step of the same rows to end. Rejects where the build fails before. */
  ended(name: string): Promise<void>;
}

/**
 * One step of a build; later steps may read what earlier ones wrote into `settings.dist`.
 *
 * A step finds its earlier output there, reuses what is unchanged and never empties the folder.
 */
export interface BuildStep {
  /** Shown while it runs: `页面`, `数据`, `检索`. */
  name: string;
  /** Starts what needs no records yet; called long before `run` where that is possible. */
  begin?(settings: Settings): void;
  run(settings: Settings, build: BuildState): Promise<StepOutput>;
  /** Ends what was begun, where the build ends before `run`. */
  abandon?(): void;
}

/** Steps that run one after the other; several such rows run side by side. */
export type StepPlan = (BuildStep | BuildStep[][])[];

/** What one step made, and how long it took. */
export interface StepResult extends StepOutput {
  name: string;
  seconds: number;
}

/** A site after all steps. */
export interface BuiltSite {
  results: StepResult[];
  /** Every file that belongs to it. */
  files: Map<string, FileFacts>;
}

/**
 * Builds the whole site by running the steps as planned; the first error ends the build.
 *
 * @param there what the build before left in `settings.dist`
 * @param report called after each step
 * @param now milliseconds clock
 * @param standing files of the folder that belong to the site without any step making them again
 */
export async function buildSite(
  settings: Settings,
  steps: StepPlan,
  there: Ledger,
  report: (result: StepResult) => void,
  now: () => number,
  standing: Ledger = new Map(),
): Promise<BuiltSite> {
  const results: StepResult[] = [];
  const files = new Map<string, FileFacts>(standing);
  let listed: Archive | undefined;
  const archive = () => {
    listed ??= loadArchive(settings);
    return listed;
  };
  const ends = new Map(steps.flat(2).map(({ name }) => [name, Promise.withResolvers<void>()]));
  for (const { promise } of ends.values()) promise.catch(() => {}); // nobody may be waiting
  const ended = (name: string) =>
    ends.get(name)?.promise ?? Promise.reject(new Error(`There is no step ${name}.`));
  const runStep = async (step: BuildStep) => {
    const start = now();
    const output = await step.run(settings, { there, made: files, archive, ended });
    await note(output, settings.dist, there, files);
    const result = { name: step.name, ...output, seconds: (now() - start) / 1000 };
    results.push(result);
    report(result);
    ends.get(step.name)?.resolve();
  };
  /** What went wrong first: of the errors of several rows, the others follow from ending what they waited for. */
  const errors: unknown[] = [];
  const runRow = async (row: BuildStep[]) => {
    for (const step of row) if (errors.length === 0) await runStep(step);
  };
  for (const part of steps) {
    const rows = (Array.isArray(part) ? part : [[part]]).map((row) =>
      runRow(row).catch((error) => {
        errors.push(error);
        for (const { reject } of ends.values()) reject(error);
        abandonSteps(steps);
      }),
    );
    // All rows come to their end before an error is thrown: nothing writes into the folder after that.
    await Promise.all(rows);
    if (errors.length > 0) throw errors[0];
  }
  return { results, files };
}

/** Starts what the steps can do before there is anything to build from. */
export function beginSteps(steps: StepPlan, settings: Settings): void {
  for (const step of steps.flat(2)) step.begin?.(settings);
}

/** Ends what was begun and is not wanted any more. */
export function abandonSteps(steps: StepPlan): void {
  for (const step of steps.flat(2)) step.abandon?.();
}

/** Adds a step's files with their facts: known ones as they are, written ones read once. */
async function note(
  { files, written, facts }: StepOutput,
  dist: string,
  there: Ledger,
  made: Map<string, FileFacts>,
): Promise<void> {
  const fresh = new Set(written);
  const unread: string[] = [];
  const add = (path: string, known: FileFacts | undefined) => {
    if (known) made.set(path, known);
    else unread.push(path);
  };
  for (const path of files) if (!fresh.has(path)) add(path, facts?.get(path) ?? there.get(path));
  for (const path of fresh) add(path, facts?.get(path));
  const readers = Array.from({ length: 8 }, async (_, reader) => {
    for (let index = reader; index < unread.length; index += 8) {
      const path = unread[index] as string;
      made.set(path, await readFacts(dist, path));
    }
  });
  await Promise.all(readers);
}
