import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });

test('a command gets its arguments', () => {
  const { status, stdout } = run('scripts/run.mjs', 'check', '--help');
  expect([status, stdout]).toEqual([0, expect.stringContaining('npm run check -- [unit] [year]')]);
});

test('a Node.js that cannot read TypeScript says what to install', () => {
  const { status, stderr } = run('--no-experimental-strip-types', 'scripts/run.mjs', 'check', '--help');
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^这里的 Node\.js 是 v[\d.]+，不能运行 TypeScript，请安装 Node\.js 24\.15 或更新的版本。/,
  );
  expect(stderr).toMatch(
    /\nThis Node\.js is v[\d.]+, which cannot run TypeScript: install Node\.js 24\.15 or newer\./,
  );
});
