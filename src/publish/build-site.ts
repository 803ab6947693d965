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
}

/**
 * One step of a build; later steps may read what earlier ones wrote into `settings.dist`.
 *
 * A step finds its earlier output there, reuses what is unchanged and never empties the folder.
 */
export interface BuildStep {
  /** Shown while it runs: `页面`, `数据`, `检索`. */
  name: string;
  run(settings: Settings, build: BuildState): Promise<StepOutput>;
}

/** What one step made, and how long it took. */
export interface StepResult extends StepOutput {
  name: string;
  seconds: number;
}

/** A site after all steps. */
export interface BuiltSite {
  results: StepResult[];
  /** Every file that belongs to it. */
  files: Ledger;
}

/**
 * Builds the whole site by running the steps in order; the first error ends the build.
 *
 * @param there what the build before left in `settings.dist`
 * @param report called after each step
 * @param now milliseconds clock
 */
export async function buildSite(
  settings: Settings,
  steps: BuildStep[],
  there: Ledger,
  report: (result: StepResult) => void,
  now: () => number,
): Promise<BuiltSite> {
  const results: StepResult[] = [];
  const files = new Map<string, FileFacts>();
  for (const step of steps) {
    const start = now();
    const output = await step.run(settings, { there, made: files });
    await note(output, settings.dist, there, files);
    const result = { name: step.name, ...output, seconds: (now() - start) / 1000 };
    results.push(result);
    report(result);
  }
  return { results, files };
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
  for (const path of new Set([...files, ...written])) {
    const known = facts?.get(path) ?? (fresh.has(path) ? undefined : there.get(path));
    if (known) made.set(path, known);
    else unread.push(path);
  }
  const readers = Array.from({ length: 8 }, async (_, reader) => {
    for (let index = reader; index < unread.length; index += 8) {
      const path = unread[index] as string;
      made.set(path, await readFacts(dist, path));
    }
  });
  await Promise.all(readers);
}
