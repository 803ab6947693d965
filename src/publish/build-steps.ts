import { dataStep } from '../data/data-step.ts';
import { hostingStep } from '../hosting/hosting-step.ts';
import { keepOfflineStep, offlineStep } from '../offline/offline-step.ts';
import { prepareStep } from '../prepare/prepare-step.ts';
import { indexStep } from '../search/index/index-step.ts';
import { workerStep } from '../worker/worker-step.ts';
import type { BuildStep, StepPlan } from './build-site.ts';
import { pagesStep } from './pages-step.ts';

/** The steps of a full build; the last ones list the files of all before them. */
export const buildSteps: StepPlan = stepsWith(offlineStep);

/** The steps of a publication that goes live before its own offline edition is packed. */
export const quickSteps: StepPlan = stepsWith(keepOfflineStep);

function stepsWith(offline: BuildStep): StepPlan {
  return [prepareStep, [[dataStep, pagesStep], [indexStep]], hostingStep, offline, workerStep];
}
