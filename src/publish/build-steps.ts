import type { BuildStep } from './build-site.ts';
import { pagesStep } from './pages-step.ts';

/** The steps of a full build, in order. */
export const buildSteps: BuildStep[] = [pagesStep];
