import { spawnSync } from 'node:child_process';
import { withoutTelemetry } from '../src/without-telemetry.ts';

/** Serves pages that change as their code does. */
const { status } = spawnSync('astro', ['dev', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: withoutTelemetry(process.env),
});
process.exitCode = status ?? 1;
