import { cac } from 'cac';
import { checkDisclosure } from '../src/checks/check-disclosure.ts';
import { chooseDisclosures } from '../src/checks/choose-disclosures.ts';
import { formatFindings } from '../src/checks/format-findings.ts';
import { summarizeFindings } from '../src/checks/summarize-findings.ts';
import { commandLine } from '../src/command-line.ts';
import { loadArchive } from '../src/record/load-archive.ts';
import { sayError } from '../src/say-error.ts';
import { readSettings } from '../src/settings.ts';

const cli = cac('npm run check --');
cli
  .command('[unit] [year]', '核对公开文本的勾稽关系；单位可用名称或地址，不给则核对全部')
  .option('--json', '以 JSON 输出每一项结果，一行一份公开文本')
  .option('--full', '逐项列出尾差与未检查')
  .option('--strict', '有不符时以非零状态退出')
  .action((unit: unknown, year: unknown, options: { json?: boolean; full?: boolean; strict?: boolean }) => {
    const archive = loadArchive(readSettings(process.env, process.cwd()));
    const catalogues = archive.catalogues.map((entry) => entry.load());
    const chosen = chooseDisclosures(archive.disclosures, text(unit), text(year));
    for (const entry of chosen) {
      const disclosure = entry.load();
      const findings = checkDisclosure(disclosure, { catalogues });
      const summary = summarizeFindings(findings);
      console.log(
        options.json
          ? JSON.stringify({ id: entry.id, summary, findings })
          : formatFindings(disclosure, findings, options.full ?? chosen.length === 1),
      );
      if (options.strict && summary.不符 > 0) process.exitCode = 1;
    }
  });
cli.help();
try {
  cli.parse(commandLine(process.argv));
} catch (error) {
  console.error(sayError(error));
  process.exitCode = 2;
}

/** The command line reader makes numbers of digits. */
function text(argument: unknown): string | undefined {
  return argument === undefined ? undefined : String(argument);
}
