import { chartsStep } from '../charts/files/charts-step.ts';
import { dataStep } from '../data/data-step.ts';
import { hostingStep } from '../hosting/hosting-step.ts';
import { offlineStep } from '../offline/offline-step.ts';
import { indexStep } from '../search/index/index-step.ts';
import { workerStep } from '../worker/worker-step.ts';
import type { BuildStep } from './build-site.ts';
import { pagesStep } from './pages-step.ts';

/** The steps of a full build, in order; the last ones list the files of all before them. */
export const buildSteps: BuildStep[] = [
  dataStep,
  chartsStep,
  pagesStep,
  indexStep,
  hostingStep,
  offlineStep,
  workerStep,
];
