import { cac } from 'cac';
import { commandLine } from '../src/command-line.ts';
import { givenPaths } from '../src/given-paths.ts';
import { keepCompiled } from '../src/keep-compiled.ts';
import { sayError, sayUncaughtErrors } from '../src/say-error.ts';
import { readSettings } from '../src/settings.ts';

sayUncaughtErrors();
const settings = readSettings(process.env, process.cwd());
keepCompiled(settings);
const { files, withoutWriting } = await import('../src/ingest/effects.ts');
const { formatStray, strayCorrections } = await import('../src/ingest/corrections/stray-corrections.ts');
const { formatOutcome } = await import('../src/ingest/format-outcome.ts');
const { formatReport } = await import('../src/ingest/format-report.ts');
const { ingest, withdraw } = await import('../src/ingest/ingest.ts');

interface Options {
  dryRun?: boolean;
  report?: boolean;
  /** The unit, where it follows the option. */
  withdraw?: string | boolean;
  /** Paths behind `--`. */
  '--'?: string[];
}

const cli = cac('npm run ingest --');
cli
  .command('[...paths]', '把公开文本收入档案；不给路径则重新处理 content/sources 的全部文本')
  .option('--dry-run', '只检查，不写入任何文件')
  .option('--report', '列出各类内容的到达比例与未决内容')
  .option('--withdraw', '撤下一份公开文本：--withdraw 单位 年度')
  .action(async (given: string[], { dryRun, report, withdraw: out, '--': more = [] }: Options) => {
    const paths = [...given, ...more];
    if (out) return takeOut([out, ...paths].filter((part) => part !== true).map(String), dryRun);
    const bar = process.stdout.isTTY
      ? new (await import('cli-progress')).SingleBar({
          format: '{bar} {value}/{total}',
          clearOnComplete: true,
        })
      : undefined;
    const effects = dryRun ? withoutWriting(files) : files;
    const outcomes = await ingest(
      givenPaths(paths.map(String), process.env, process.cwd()),
      settings,
      {
        onProgress: (done, total) => {
          if (total < 5) return;
          if (done === 1) bar?.start(total, 0);
          bar?.update(done);
        },
      },
      effects,
    );
    bar?.stop();
    for (const outcome of outcomes) console.log(formatOutcome(outcome));
    const taken = outcomes.flatMap((outcome) => (outcome.published ? [outcome.id] : []));
    const strays = await strayCorrections(settings.content, effects, taken);
    for (const stray of strays) console.error(formatStray(stray));
    if (dryRun) console.log('（试运行，未写入）');
    if (report) console.log(formatReport(outcomes));
    if (outcomes.some(({ published }) => !published) || strays.some(({ masks }) => masks))
      process.exitCode = 1;
  });
cli.help();
try {
  cli.parse(commandLine(process.argv), { run: false });
  await cli.runMatchedCommand();
} catch (error) {
  console.error(sayError(error));
  process.exitCode = 1;
}

async function takeOut([unit = '', year = '']: string[], dryRun = false): Promise<void> {
  const effects = dryRun ? withoutWriting(files) : files;
  const removed = await withdraw(unit, year, settings, effects);
  for (const path of removed) console.log(`已撤下 ${path}`);
  for (const stray of await strayCorrections(settings.content, files)) console.error(formatStray(stray));
  if (removed.length > 0) return;
  console.error(`档案中没有「${unit}」${year} 年的公开文本。用法：npm run ingest -- --withdraw 单位 年度`);
  process.exitCode = 1;
}
