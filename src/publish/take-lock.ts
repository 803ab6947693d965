import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { Advice } from '../advice.ts';

/** Locks that this process holds. */
const held = new Set<string>();

/**
 * Takes the one lock of a folder. That of a process which was killed on this machine is taken over at once; one that
 * is held elsewhere, on a shared disk, after it was not renewed for 30 s.
 *
 * @returns what gives it back
 * @throws Advice where another process holds it
 */
export async function takeLock(home: string): Promise<() => Promise<void>> {
  await mkdir(home, { recursive: true });
  const path = join(home, 'lock');
  const owner = join(home, 'lock.owner.json');
  const take = () => lock(home, { lockfilePath: path, stale: 30_000, update: 5_000 });
  const release = await take().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ELOCKED') throw error;
    if (held.has(path) || !(await hasEnded(owner))) throw running(path);
    await utimes(path, 0, 0);
    return take().catch(() => {
      throw running(path); // somebody else took it over
    });
  });
  held.add(path);
  await writeFile(owner, JSON.stringify({ host: hostname(), pid: process.pid } satisfies Owner));
  return async () => {
    held.delete(path);
    await rm(owner, { force: true });
    await release();
  };
}

interface Owner {
  host: string;
  pid: number;
}

function running(path: string): Advice {
  return new Advice(`另一次发布正在进行（${path}）；请等它结束后再运行。`);
}

/** Whether the process that took the lock is known to be gone. */
async function hasEnded(file: string): Promise<boolean> {
  try {
    const { host, pid }: Owner = JSON.parse(await readFile(file, 'utf8'));
    if (host !== hostname()) return false;
    // A process that has our own number and is not this one has ended.
    if (pid === process.pid) return true;
    process.kill(pid, 0);
    return await isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** In a container nobody may ask for the end of a process: it stays in the list for ever. */
async function isZombie(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''); // there on Linux only
  return /\) [ZX] /.test(stat);
}
