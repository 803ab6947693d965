import { renameSource } from '../record/rename-source.ts';
import { systemErrorOf } from '../say-error.ts';
import { eachInThreads } from '../threads/each-in-threads.ts';
import type { CatalogueCopy } from './catalogue/catalogue-copy.ts';
import { digestOf } from './digest-of.ts';
import type { Effects } from './effects.ts';
import type { ReadText } from './read-text.ts';
import type { RefusedText } from './refusal.ts';
import { type KnownText, openTextCache, type TextBody } from './text-cache.ts';

/** A text that was read, now or in an earlier run. */
export interface IncomingText {
  path: string;
  known: KnownText;
  bytes(): Promise<Uint8Array>;
  /** Its canonical Markdown, where the text is called `file`. */
  markdown(file: string): Promise<string>;
  /** What it says in the catalogue that it attaches. */
  copy(): Promise<CatalogueCopy | null>;
}

export interface Texts {
  /** Reads texts, each at its turn: from the cache, or on all cores. */
  readAll(paths: readonly string[]): AsyncGenerator<IncomingText | (RefusedText & { path: string })>;
}

const task = new URL('read-text-in-thread.ts', import.meta.url);

/** @param folders of the archive, and of the cache where there is one */
export function openTexts(
  { content, cache: folder }: { content: string; cache?: string | undefined },
  effects: Effects,
): Texts {
  const cache = openTextCache(content, folder, effects);
  return { readAll };

  async function* readAll(
    paths: readonly string[],
  ): AsyncGenerator<IncomingText | (RefusedText & { path: string })> {
    const known = new Map<string, KnownText>();
    for (const path of paths) {
      const found = await find(path);
      if (found) known.set(path, found);
    }
    const reads = readNew(paths.filter((path) => !known.has(path)));
    try {
      for (const path of paths) {
        const found = known.get(path);
        if (found) {
          const bytes = () => readAgain(path, found.sha256);
          yield incoming(path, found, bytes, () => openKnown(path, found));
          continue;
        }
        const { value: read } = await reads.next();
        if (!read) throw new Error(`${path} was not read`);
        if ('refused' in read) yield { ...read, path };
        else {
          const kept = await cache.keep(read);
          const bytes = async () => read.bytes;
          yield incoming(path, kept, bytes, async () => read);
        }
      }
    } finally {
      await reads.return(undefined);
    }
  }

  async function find(path: string): Promise<KnownText | undefined> {
    if (folder === undefined) return undefined;
    try {
      const bytes = await effects.read(path);
      return bytes ? await cache.find(digestOf(bytes)) : undefined;
    } catch (error) {
      // What cannot be read is refused at its turn, like a text that cannot be published.
      if (systemErrorOf(error)) return undefined;
      throw error;
    }
  }

  /** On all cores where threads can read what the effects read, else one by one. */
  async function* readNew(paths: readonly string[]): AsyncGenerator<ReadText | RefusedText> {
    if (effects.inThreads) {
      const inputs = paths.map((path) => ({ path, content }));
      yield* eachInThreads<(typeof inputs)[number], ReadText | RefusedText>(task, inputs);
      return;
    }
    for (const path of paths) yield await readOne(path);
  }

  async function readOne(path: string): Promise<ReadText | RefusedText> {
    // The parser is loaded where a text is new.
    const { readText } = await import('./read-text.ts');
    return readText(path, content, effects);
  }

  /** The body of a text that the cache knows; read again where the cache has lost it. */
  async function openKnown(path: string, known: KnownText): Promise<TextBody> {
    const kept = await cache.open(known);
    if (kept) return kept;
    const read = await readOne(path);
    if ('refused' in read || read.sha256 !== known.sha256)
      throw new Error(`${path} changed while it was read`);
    const { file, markdown, copy } = read;
    return { markdown: renameSource(markdown, file, known.file), copy };
  }

  /** The bytes of a text that was found by them. */
  async function readAgain(path: string, sha256: string): Promise<Uint8Array> {
    const bytes = await effects.read(path);
    if (!bytes || digestOf(bytes) !== sha256) throw new Error(`${path} changed while it was read`);
    return bytes;
  }

  function incoming(
    path: string,
    known: KnownText,
    bytes: () => Promise<Uint8Array>,
    load: () => Promise<TextBody>,
  ): IncomingText {
    let loaded: ReturnType<typeof load> | undefined;
    const open = () => {
      loaded ??= load();
      return loaded;
    };
    return {
      ...{ path, known, bytes },
      copy: async () => (await open()).copy,
      async markdown(file) {
        const { markdown, copy } = await open();
        if (file === known.file) return markdown;
        const renamed = renameSource(markdown, known.file, file);
        await cache.keep({ ...known, file, markdown: renamed, copy });
        return renamed;
      },
    };
  }
}
