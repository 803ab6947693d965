import type { Settings } from '../settings.ts';

/** One step of a build; later steps may read what earlier ones wrote into `settings.dist`. */
export interface BuildStep {
  /** Shown while it runs: `页面`, `数据`, `检索`. */
  name: string;
  /** Does the step and returns what it made, in a few words: `2,460 页`. */
  run(settings: Settings): Promise<string>;
}

/** What one step made, and how long it took. */
export interface StepResult {
  name: string;
  made: string;
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
    const made = await step.run(settings);
    const result = { name: step.name, made, seconds: (now() - start) / 1000 };
    results.push(result);
    report(result);
  }
  return results;
}
