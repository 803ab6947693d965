import { lstat } from 'node:fs/promises';
import { keepCompiled } from '../src/keep-compiled.ts';
import type { StepResult } from '../src/publish/build-site.ts';
import type { Ledger } from '../src/publish/ledger.ts';
import { endPages, startPages } from '../src/publish/pages-child.ts';
import { sayError, sayUncaughtErrors } from '../src/say-error.ts';
import { readSettings } from '../src/settings.ts';

sayUncaughtErrors();
const settings = readSettings(process.env, process.cwd());
keepCompiled(settings);
startPages(settings);
const { readArchiveInfo } = await import('../src/publish/archive-info.ts');
const { buildSteps } = await import('../src/publish/build-steps.ts');
const { formatStep } = await import('../src/publish/format-step.ts');
const { publishSite } = await import('../src/publish/publish-site.ts');
const { rebuildSite } = await import('../src/publish/rebuild-site.ts');
const { verifySite } = await import('../src/publish/verify-site.ts');
const actions = {
  steps: buildSteps,
  verify: (folder: string, pages: string[], files: Ledger) => verifySite(folder, pages, files, settings),
  report: (result: StepResult) => console.log(formatStep(result)),
  now: () => performance.now(),
};
const found = await lstat(settings.dist).catch(() => null);

try {
  // What is wrong with it is said before anything is written.
  await readArchiveInfo(settings.content);
  // Where `npm run publish` serves the site through a link, a build must not touch what is being served.
  if (found?.isSymbolicLink()) await publishSite(settings, { ingest: async () => {}, ...actions });
  else await rebuildSite(settings, actions);
} catch (error) {
  console.error(sayError(error));
  endPages();
  process.exit(1);
}
