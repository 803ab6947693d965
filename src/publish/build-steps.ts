import { dataStep } from '../data/data-step.ts';
import { framedPagesStep } from '../framed-pages/framed-pages-step.ts';
import { hostingStep } from '../hosting/hosting-step.ts';
import { keepOfflineStep, offlineStep } from '../offline/offline-step.ts';
import { prepareStep } from '../prepare/prepare-step.ts';
import { indexStep } from '../search/index/index-step.ts';
import { workerFiles, workerStep } from '../worker/worker-step.ts';
import type { BuildStep, StepPlan } from './build-site.ts';
import { pagesStep } from './pages-step.ts';

/** The steps of a full build; the last ones list the files of all before them. */
export const buildSteps: StepPlan = stepsWith(offlineStep);

/** The steps of a publication that goes live before its own offline edition is packed. */
export const quickSteps: StepPlan = stepsWith(keepOfflineStep);

/** The steps that renew the offline edition of a site that stands. */
export const editionSteps: StepPlan = [offlineStep, workerStep];

/** Whether a file was made by them. */
export const isOfEdition = (path: string): boolean => path.startsWith('offline/') || workerFiles.has(path);

function stepsWith(offline: BuildStep): StepPlan {
  return [
    prepareStep,
    [[pagesStep(dataStep)], [framedPagesStep], [dataStep], [indexStep]],
    hostingStep,
    offline,
    workerStep,
  ];
}
