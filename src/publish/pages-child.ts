import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FrameKind } from '../framed-pages/frame.ts';
import type { Settings } from '../settings.ts';
import { withoutTelemetry } from '../without-telemetry.ts';

/** What the process that renders the pages is told, in this order. */
export type PagesOrder =
  /** The folder to build into; said once. */
  | { dist: string }
  /** The records and their notes are there. */
  | 'records'
  /** So is the archive's open data. */
  | 'data';

/** What it says first: the frames of the pages that the build fills by itself, by their kinds. */
export interface FramesOutput {
  frames: Record<FrameKind, string>;
}

/** What it answers at last. */
export interface PagesOutput {
  /** Pages of the site. */
  pages: number;
  /** Files that were rendered. */
  rendered: number;
  files: string[];
  written: string[];
}

/** What it says where it cannot. */
export interface PagesFailure {
  /** For the person at the screen. */
  error: string;
}

/** The process that renders the pages. */
export interface PagesChild {
  /** Tells the folder to build into; said again, nothing happens. */
  begin(dist: string): void;
  tell(order: Exclude<PagesOrder, { dist: string }>): void;
  /** Rejects as `output` does. */
  frames: Promise<FramesOutput['frames']>;
  /** Rejects where the process ends without an answer. */
  output: Promise<PagesOutput>;
  end(): void;
}

let started: PagesChild | undefined;

/**
 * Starts the process that renders the pages: loading Astro takes a second, so that a command calls this before anything
 * else, and it is ready when the folder is known. Called again, it gives the same until that has answered or was ended:
 * of one that died, the next who waits for it gets the error.
 */
export function startPages({ content, cache, site, base }: Settings): PagesChild {
  started ??= start({ ...process.env, CONTENT: content, CACHE: cache, SITE: site, BASE: base });
  return started;
}

/** Ends the process, if one runs. */
export function endPages(): void {
  started?.end();
}

function start(env: NodeJS.ProcessEnv): PagesChild {
  const child: ChildProcess = fork(fileURLToPath(new URL('pages-process.ts', import.meta.url)), {
    env: withoutTelemetry(env),
  });
  const frames = Promise.withResolvers<FramesOutput['frames']>();
  const output = new Promise<PagesOutput>((resolve, reject) => {
    child.on('message', (message: FramesOutput | PagesOutput | PagesFailure) => {
      if ('error' in message) reject(new Error(message.error));
      else if ('frames' in message) frames.resolve(message.frames);
      else resolve(message);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The pages could not be rendered (exit ${code}).`)));
  });
  const forget = () => {
    if (started === pages) started = undefined;
  };
  // Who waits for it gets the error; nobody may be waiting yet.
  output.then(forget, frames.reject);
  frames.promise.catch(() => {});
  let begun = false;
  const tell = (order: PagesOrder) => {
    if (child.connected) child.send(order);
  };
  const pages: PagesChild = {
    frames: frames.promise,
    output,
    begin: (dist) => {
      if (!begun) tell({ dist });
      begun = true;
    },
    tell,
    end: () => {
      forget();
      child.kill();
    },
  };
  return pages;
}
