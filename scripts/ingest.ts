import { cac } from 'cac';
import { SingleBar } from 'cli-progress';
import { files, withoutWriting } from '../src/ingest/effects.ts';
import { formatOutcome } from '../src/ingest/format-outcome.ts';
import { formatReport } from '../src/ingest/format-report.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { readSettings } from '../src/settings.ts';

const cli = cac('npm run ingest --');
cli
  .command('[...paths]', '把公开文本收入档案；不给路径则重新处理 content/sources 的全部文本')
  .option('--dry-run', '只检查，不写入任何文件')
  .option('--report', '列出各类内容的到达比例与未决内容')
  .action(async (paths: string[], { dryRun, report }: { dryRun?: boolean; report?: boolean }) => {
    const bar = process.stdout.isTTY
      ? new SingleBar({ format: '{bar} {value}/{total}', clearOnComplete: true })
      : undefined;
    const outcomes = await ingest(
      paths.map(String),
      readSettings(process.env, process.cwd()),
      {
        onProgress: (done, total) => {
          if (total < 5) return;
          if (done === 1) bar?.start(total, 0);
          bar?.update(done);
        },
      },
      dryRun ? withoutWriting(files) : files,
    );
    bar?.stop();
    for (const outcome of outcomes) console.log(formatOutcome(outcome));
    if (dryRun) console.log('（试运行，未写入）');
    if (report) console.log(formatReport(outcomes));
    if (outcomes.some(({ published }) => !published)) process.exitCode = 1;
  });
cli.help();
cli.parse();
