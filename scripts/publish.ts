import { cac } from 'cac';
import { commandLine } from '../src/command-line.ts';
import { givenPaths } from '../src/given-paths.ts';
import { keepCompiled } from '../src/keep-compiled.ts';
import type { StepResult } from '../src/publish/build-site.ts';
import type { Ledger } from '../src/publish/ledger.ts';
import { endPages, startPages } from '../src/publish/pages-child.ts';
import { sayError, sayUncaughtErrors } from '../src/say-error.ts';
import { readSettings } from '../src/settings.ts';

sayUncaughtErrors();
const settings = readSettings(process.env, process.cwd());
keepCompiled(settings);

const cli = cac('npm run publish --');
cli
  .command('[...paths]', '收入公开文本，核对、生成、检查后一次换上新站点；不给路径则只重新生成')
  .option('--no-offline', '只换上新站点，不更新离线版')
  .action(async (given: string[], { offline, '--': more = [] }: { offline: boolean; '--'?: string[] }) => {
    const paths = [...given, ...more];
    startPages(settings);
    const { readArchiveInfo } = await import('../src/publish/archive-info.ts');
    const { readPublications } = await import('../src/record/publications.ts');
    // What is wrong with them is said before a text is taken in.
    await readArchiveInfo(settings.content);
    await readPublications(settings.content);
    const { editionSteps, isOfEdition, quickSteps } = await import('../src/publish/build-steps.ts');
    const { formatStep } = await import('../src/publish/format-step.ts');
    const { formatSummary } = await import('../src/publish/format-summary.ts');
    const { publishSite, renewSite } = await import('../src/publish/publish-site.ts');
    const { verifySite } = await import('../src/publish/verify-site.ts');
    const { notePublication } = await import('../src/publish/note-publication.ts');
    let refused = 0;
    let takeBack = async () => {};
    const actions = {
      verify: (folder: string, pages: string[], files: Ledger) => verifySite(folder, pages, files, settings),
      report: (result: StepResult) => console.log(formatStep(result)),
      now: () => performance.now(),
    };
    const summary = await publishSite(settings, {
      ...actions,
      steps: quickSteps,
      ingest: async () => {
        if (paths.length > 0) await takeIn();
        await refuseUnmasked();
        // The day is written down, so that the same content gives the same bytes on any other day.
        takeBack = await notePublication(settings, new Date());
      },
    }).catch(async (error) => {
      await takeBack();
      throw error;
    });
    async function refuseUnmasked(): Promise<void> {
      const { formatStray, strayCorrections } = await import(
        '../src/ingest/corrections/stray-corrections.ts'
      );
      const { files } = await import('../src/ingest/effects.ts');
      const strays = await strayCorrections(settings.content, files);
      for (const stray of strays) console.error(formatStray(stray));
      if (strays.some(({ masks }) => masks)) throw new Error('有遮盖没有生效，请先改正更正文件的路径。');
    }
    async function takeIn(): Promise<void> {
      const { ingest } = await import('../src/ingest/ingest.ts');
      const { formatOutcome } = await import('../src/ingest/format-outcome.ts');
      const bar = process.stdout.isTTY
        ? new (await import('cli-progress')).SingleBar({
            format: '{bar} {value}/{total}',
            clearOnComplete: true,
          })
        : undefined;
      const outcomes = await ingest(givenPaths(paths.map(String), process.env, process.cwd()), settings, {
        onProgress: (done, total) => {
          if (total < 5) return;
          if (done === 1) bar?.start(total, 0);
          bar?.update(done);
        },
      });
      bar?.stop();
      for (const outcome of outcomes) console.log(formatOutcome(outcome));
      refused = outcomes.filter(({ published }) => !published).length;
    }
    console.log(formatSummary(summary));
    if (offline) {
      console.log('接着更新离线版：');
      await renewSite(settings, { ...actions, steps: editionSteps }, isOfEdition).catch((error) => {
        console.error(sayError(error));
        console.error('离线版没有更新；站点不受影响。');
        process.exitCode = 1;
      });
    }
    if (refused > 0) {
      console.error(`${refused} 个文件没有发布，原因见上。`);
      process.exitCode = 1;
    }
  });
cli.help();
try {
  cli.parse(commandLine(process.argv), { run: false });
  await cli.runMatchedCommand();
} catch (error) {
  endPages();
  console.error(sayError(error));
  console.error('没有发布：原有站点不受影响。');
  process.exitCode = 1;
}
