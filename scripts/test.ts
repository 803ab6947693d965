import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { withoutTelemetry } from '../src/without-telemetry.ts';

/** Runs everything that must hold: types, lint and format, then all tests; ends with the runner's own count. */
const report = '.cache/test-report.json';
mkdirSync('.cache', { recursive: true });
rmSync(report, { force: true });

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'inherit', env: withoutTelemetry(process.env) }).status === 0;

const types = run('astro', 'check', '--minimumFailingSeverity', 'error');
const style = run('biome', 'ci', '.');
const tests = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);

const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTotalTestSuites = 0 } = readReport();
if (!types) console.error('types: astro check found errors');
if (!style) console.error('style: biome found errors');
if (numPendingTests > 0) console.error(`${numPendingTests} tests were skipped: nothing may skip`);
const ok = types && style && tests && numPassedTests > 0 && numPendingTests === 0 && numTotalTestSuites > 0;
const failed = numFailedTests + Number(!types) + Number(!style) + Number(!tests && numFailedTests === 0);
console.log(`tests: ${numPassedTests} passed, ${failed} failed`);
process.exit(ok ? 0 : 1);

function readReport(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return {};
  }
}
