import { readdirSync, readFileSync } from 'node:fs';

/** Most that was held at one moment, in MB; not a number where there is no /proc. */
export interface PeakMemory {
  /** By one process. */
  largest: number;
  /** By the process that is watched and all that it started, together. */
  together: number;
}

/** Milliseconds between two looks. */
const interval = 100;

/**
 * Watches what a process and its descendants hold until it is stopped.
 *
 * Counted are the pages that are a process's own (RssAnon and RssShmem of /proc): the program's text, which several processes
 * share, is not counted once for each.
 */
export function watchMemory(root: number): { stop(): PeakMemory } {
  const peak: PeakMemory = { largest: Number.NaN, together: Number.NaN };
  const look = () => {
    const held = descendants(root).map(heldBy);
    if (!held.some(Boolean)) return;
    peak.largest = Math.max(peak.largest || 0, ...held);
    peak.together = Math.max(
      peak.together || 0,
      held.reduce((sum, megabytes) => sum + megabytes),
    );
  };
  const timer = setInterval(look, interval);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

/** The process and all that it started, directly or not, and that are still there. */
function descendants(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of listProcesses()) {
    // The name in brackets may hold blanks and brackets; what follows the last one is plain.
    const parent = Number(
      read(`/proc/${name}/stat`)
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function heldBy(pid: number): number {
  const status = read(`/proc/${pid}/status`);
  const kilobytes = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)].map(([, value]) =>
    Number(value),
  );
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}

/** Nothing where the process has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
