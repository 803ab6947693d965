import { cac } from 'cac';
import { expect, test } from 'vitest';
import { commandLine } from './command-line.ts';

function parse(...args: string[]) {
  const cli = cac();
  cli.command('[...paths]').option('--dry-run', '').option('--report', '').option('--no-offline', '');
  return cli.parse(commandLine(['node', 'x.ts', ...args]), { run: false });
}

test.each([
  [['--dry-run', 'a.txt'], { dryRun: true }],
  [['a.txt', '--dry-run'], { dryRun: true }],
  [['--report', '--dry-run', 'a.txt'], { dryRun: true, report: true }],
  [['--dry-run', 'a.txt', '--report'], { dryRun: true, report: true }],
  [['--report', 'a.txt'], { report: true }],
  [['--no-offline', 'a.txt'], { offline: false }],
  [['a.txt', '--no-offline'], { offline: false }],
])('%j is the file a.txt with its flags', (args, options) => {
  expect(parse(...args)).toMatchObject({ args: ['a.txt'], options });
});

test('a file that is called like a flag stays what it is behind --', () => {
  expect(commandLine(['--dry-run', '--', '--dry-run.txt'])).toEqual(['--dryRun', '--', '--dry-run.txt']);
});
