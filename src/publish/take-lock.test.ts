import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from './take-lock.ts';

const folder = () => mkdtemp(join(tmpdir(), 'lock-'));

/** Another process that takes the lock and keeps it. */
async function holder(home: string) {
  const code = `
    const { takeLock } = await import(${JSON.stringify(new URL('take-lock.ts', import.meta.url).href)});
    await takeLock(${JSON.stringify(home)});
    console.log('taken');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test('one at a time, in a process and among processes', async () => {
  const home = await folder();
  const release = await takeLock(home);
  await expect(takeLock(home)).rejects.toThrow(`另一次发布正在进行（${join(home, 'lock')}）`);
  await release();
  expect(await readdir(home)).toEqual([]);
  const other = await holder(home);
  await expect(takeLock(home)).rejects.toThrow('另一次发布正在进行');
  other.kill('SIGKILL');
  await once(other, 'exit');
});

test('the lock of a process that was killed is taken over at once', async () => {
  const home = await folder();
  const other = await holder(home);
  other.kill('SIGKILL');
  await once(other, 'exit');
  const release = await takeLock(home);
  await expect(takeLock(home)).rejects.toThrow('另一次发布正在进行');
  await release();
});
