import type { Settings } from '../settings.ts';

/** What a step's present output is. */
export interface StepOutput {
  /** In a few words: `2,460 页`. */
  made: string;
  /** Every file of the output, reused ones included, relative to `dist` with `/`. */
  files: string[];
}

/**
 * One step of a build; later steps may read what earlier ones wrote into `settings.dist`.
 *
 * A step finds its earlier output there, reuses what is unchanged and never empties the folder.
 */
export interface BuildStep {
  /** Shown while it runs: `页面`, `数据`, `检索`. */
  name: string;
  /** @param made files of the steps before it */
  run(settings: Settings, made: readonly string[]): Promise<StepOutput>;
}

/** What one step made, and how long it took. */
export interface StepResult extends StepOutput {
  name: string;
  seconds: number;
}

/**
 * Builds the whole site by running the steps in order; the first error ends the build.
 *
 * @param report called after each step
 * @param now milliseconds clock
 */
export async function buildSite(
  settings: Settings,
  steps: BuildStep[],
  report: (result: StepResult) => void,
  now: () => number,
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    const start = now();
    const output = await step.run(
      settings,
      results.flatMap(({ files }) => files),
    );
    const result = { name: step.name, ...output, seconds: (now() - start) / 1000 };
    results.push(result);
    report(result);
  }
  return results;
}
