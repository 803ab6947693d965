import { rename, rm } from 'node:fs/promises';
import { eachInThreads } from '../threads/each-in-threads.ts';
import type { NotedEntry } from './edition-note.ts';
import {
  type EntryOrder,
  type EntrySource,
  entryOf,
  fileEntry,
  type MadeEntry,
  targetId,
  targetLength,
} from './make-entries.ts';
import { sha256, writeManifest } from './manifest.ts';
import { endOfPieces } from './pieces.ts';
import { type EditionPlan, loadScript, type PlannedEntry } from './plan-edition.ts';
import { RangeReader } from './range-reader.ts';
import { writeZip, type ZipContent } from './write-zip.ts';

/** The edition that stands from the publication before: its file, and what is known of its entries. */
export interface EditionBefore {
  path: string;
  entries: ReadonlyMap<string, NotedEntry>;
}

/** An edition that was written. */
export interface WrittenEdition {
  bytes: number;
  /** Of the ZIP file. */
  sha256: string;
  entries: NotedEntry[];
  /** Number of entries that were made and not taken over. */
  made: number;
}

/** So many entries, or so many bytes of their sources, a thread is given at once. */
const batch = { entries: 16, bytes: 2_000_000 };

const manifestFile = 'manifest.sha256';

const task = new URL('make-entries.ts', import.meta.url);

/**
 * Writes the ZIP file of the offline edition. What follows from the same as before is taken over as it is stored; the
 * rest is made, on all cores. The bytes are those of an edition that is made from nothing.
 *
 * @param folder that everything stands in, in the ZIP file
 * @param site where it is built, and for what address
 * @param sizeOf bytes of a file of the site
 * @throws where an address of a page leads nowhere
 */
export async function writeEdition(
  path: string,
  folder: string,
  plan: EditionPlan,
  site: { dist: string; base: string; site: string },
  sizeOf: (path: string) => number,
  before: EditionBefore | null,
): Promise<WrittenEdition> {
  const reader = before && (await RangeReader.open(before.path).catch(() => null));
  /** What stands for each path that a page may lead to: a script, where it is a module of pages. */
  const targets = new Map(plan.files.map((file) => [targetId(file), plan.scripts.has(file) ? file : '']));
  const used = new Set<string>();
  const failures: string[] = [];
  const noted: Omit<NotedEntry, 'offset'>[] = [];
  const taken = new Map(plan.entries.flatMap((entry) => takeOver(entry)));
  const outputs = makeAll();
  const part = `${path}.part`;
  try {
    const zip = await writeZip(part, entries());
    // What replaces a file is written to the disk at once by some file systems.
    await rm(path, { force: true });
    await rename(part, path);
    const all = noted.map((entry, index) => ({ ...entry, offset: zip.offsets[index] as number }));
    const made = all.filter((entry) => !taken.has(entry.path)).length;
    return { bytes: zip.bytes, sha256: zip.sha256, entries: all, made };
  } finally {
    await outputs.return(undefined);
    await reader?.close();
    await rm(part, { force: true });
  }

  /** What is known of an entry, where it still holds: made from the same, and all that it leads to is there. */
  function takeOver({ path: name, key }: PlannedEntry): [string, NotedEntry][] {
    const known = reader ? before?.entries.get(name) : undefined;
    return known?.key === key && followTargets(known.targets) ? [[name, known]] : [];
  }

  function followTargets(ids: string): boolean {
    for (let at = 0; at < ids.length; at += targetLength) {
      const target = targets.get(ids.slice(at, at + targetLength));
      if (target === undefined) return false;
      if (target !== '') used.add(target);
    }
    return true;
  }

  async function* entries(): AsyncGenerator<ZipContent[]> {
    let ready: ZipContent[] = [];
    for (const entry of plan.entries) {
      const known = knownContent(entry);
      if (known) {
        ready.push(known);
        continue;
      }
      yield ready;
      ready = [];
      yield [await store(entry)];
    }
    yield ready;
    if (failures.length > 0)
      throw new Error(
        `Addresses that lead nowhere (${failures.length}):\n${failures.slice(0, 20).join('\n')}`,
      );
    for (const module of [...used].sort()) {
      const script = plan.scripts.get(module) as PlannedEntry;
      for (const [name, known] of takeOver(script)) taken.set(name, known);
      yield [await store(script)];
    }
    const hashes = new Map(noted.map((entry) => [entry.path, entry.sha256]));
    const manifest = Buffer.from(writeManifest(hashes));
    yield [await addWhole('', fileEntry(manifestFile, manifest, knownPieces(manifestFile)))];
  }

  /** What is taken over and was read ahead: nearly all entries. */
  function knownContent({ path: name }: PlannedEntry): ZipContent | null {
    const known = taken.get(name);
    const content = known && reader?.peek(known.offset, known.stored);
    return content ? takeContent(known, content) : null;
  }

  function takeContent({ offset: _, ...facts }: NotedEntry, content: Uint8Array): ZipContent {
    noted.push(facts);
    return { ...facts, name: `${folder}/${facts.path}`, content };
  }

  async function store({ path: name, key, make }: PlannedEntry): Promise<ZipContent> {
    const known = taken.get(name);
    if (known && reader) return takeContent(known, await reader.read(known.offset, known.stored));
    if (typeof make === 'function') return add(key, entryOf(name, Buffer.from(await make())));
    const { value } = await outputs.next();
    if (!value) throw new Error(`${name} was not made`);
    for (const address of value.unresolved) failures.push(`${name}: ${address}`);
    followTargets(value.targets);
    return addWhole(key, value);
  }

  async function addWhole(key: string, entry: MadeEntry): Promise<ZipContent> {
    return add(key, entry.pieces.length > 0 ? await join(entry) : entry);
  }

  /** Puts the pieces of a large file together, those that are known from the edition before. */
  async function join(entry: MadeEntry): Promise<MadeEntry> {
    const places = placesOfPieces(entry.path);
    const parts: Uint8Array[] = [];
    for (const { id, stored, content } of entry.pieces) {
      const known = content ?? (await reader?.read(places.get(id) ?? -1, stored));
      if (!known) throw new Error(`${entry.path}: a piece is missing`);
      parts.push(content ?? known.slice());
    }
    return { ...entry, content: Buffer.concat([...parts, endOfPieces]) };
  }

  /** Where the pieces of a file lie in the edition before. */
  function placesOfPieces(name: string): Map<string, number> {
    const known = before?.entries.get(name);
    let offset = known?.offset ?? 0;
    return new Map(
      (known?.pieces ?? []).map(([id, stored]) => {
        offset += stored;
        return [id, offset - stored];
      }),
    );
  }

  function add(key: string, { content, pieces, unresolved: _, ...entry }: MadeEntry): ZipContent {
    const list = pieces.map(({ id, stored }): [string, number] => [id, stored]);
    const facts = { ...entry, key, stored: content.length, pieces: list };
    noted.push(facts);
    return { ...facts, name: `${folder}/${entry.path}`, content };
  }

  function knownPieces(name: string): NotedEntry['pieces'] {
    return (reader && before?.entries.get(name)?.pieces) || [];
  }

  function withKnownPieces(source: EntrySource): EntrySource {
    const pieces = knownPieces(source.path);
    return source.kind === 'file' && pieces.length > 0 ? { ...source, known: pieces } : source;
  }

  /** Makes, in order, the entries that threads can make and that are not taken over. */
  async function* makeAll(): AsyncGenerator<MadeEntry> {
    const sources = plan.entries.flatMap(({ path: name, make }) =>
      taken.has(name) || typeof make === 'function' ? [] : [withKnownPieces(make)],
    );
    const text = Buffer.from(plan.files.join('\n'));
    const files = new SharedArrayBuffer(text.length);
    new Uint8Array(files).set(text);
    const common: Omit<EntryOrder, 'sources'> = {
      ...site,
      before: [loadScript],
      files,
      filesKey: sha256(text),
      scripts: [...plan.scripts].map(([module, script]) => [module, script.path]),
    };
    const orders = inBatches(sources, sizeOf).map((part) => ({ ...common, sources: part }));
    for await (const made of eachInThreads<EntryOrder, MadeEntry[]>(task, orders)) yield* made;
  }
}

function inBatches(sources: readonly EntrySource[], sizeOf: (path: string) => number): EntrySource[][] {
  const batches: EntrySource[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const source of sources) {
    const last = batches.at(-1);
    const paths = source.kind === 'pack' ? source.files.map(([, file]) => file) : [source.path];
    const size = paths.reduce((sum, path) => sum + sizeOf(path), 0);
    if (last && last.length < batch.entries && bytes + size <= batch.bytes) {
      last.push(source);
      bytes += size;
    } else {
      batches.push([source]);
      bytes = size;
    }
  }
  return batches;
}
