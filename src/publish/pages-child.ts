import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FrameKind } from '../framed-pages/frame.ts';
import type { Settings } from '../settings.ts';

/** What the process that renders the pages is told, in this order. */
export type PagesOrder =
  /** The folder to build into. */
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

/** The process that renders the pages. */
export interface PagesChild {
  tell(order: PagesOrder): void;
  /** Rejects as `output` does. */
  frames: Promise<FramesOutput['frames']>;
  /** Rejects where the process ends without an answer. */
  output: Promise<PagesOutput>;
  end(): void;
}

let started: PagesChild | undefined;

/**
 * Starts the process that renders the pages: loading Astro takes a second, so that a command calls this before anything
 * else, and it is ready when the folder is known. Called again, it gives the process that runs.
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
  const child: ChildProcess = fork(fileURLToPath(new URL('pages-process.ts', import.meta.url)), { env });
  const frames = Promise.withResolvers<FramesOutput['frames']>();
  const output = new Promise<PagesOutput>((resolve, reject) => {
    child.on('message', (message: FramesOutput | PagesOutput) => {
      if ('frames' in message) frames.resolve(message.frames);
      else resolve(message);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The pages could not be rendered (exit ${code}).`)));
  });
  const forget = () => {
    if (started === pages) started = undefined;
  };
  // Who waits for it gets the error; nobody may be waiting yet.
  output.then(forget, forget);
  output.catch(frames.reject);
  frames.promise.catch(() => {});
  const pages: PagesChild = {
    frames: frames.promise,
    output,
    tell: (order) => {
      if (child.connected) child.send(order);
    },
    end: () => {
      forget();
      child.kill();
    },
  };
  return pages;
}
