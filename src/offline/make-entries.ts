import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { packScript } from './pack-files.ts';
import { deflatePieces, type Piece, piecesFrom } from './pieces.ts';
import { type OfflineSite, rewritePage } from './rewrite-page.ts';
import { unzipNotice } from './unzip-notice.ts';

/** How an entry's content is had: a file of the site as it is, a page rewritten, a pack of files. */
export type EntrySource =
  | { kind: 'page'; path: string }
  /** `known`: pieces that are compressed already, with the length of what is stored. */
  | { kind: 'file'; path: string; known?: [id: string, stored: number][] }
  /** `files`: name in the pack → path. */
  | { kind: 'pack'; path: string; pack: string; files: [name: string, path: string][] };

/** Entries to be made, and what pages are rewritten by. Plain data, so that a thread can take it. */
export interface EntryOrder {
  dist: string;
  base: string;
  site: string;
  /** Scripts that stand before all others in a page. */
  before: string[];
  /** Every file of the edition's folder, by path, joined by line breaks; shared memory, so that it is there once. */
  files: SharedArrayBuffer;
  /** Changes with `files`. */
  filesKey: string;
  /** Module script → classic script. */
  scripts: [string, string][];
  sources: EntrySource[];
}

/** An entry ready to be stored. */
export interface MadeEntry {
  path: string;
  /** Of its content. */
  sha256: string;
  crc: number;
  bytes: number;
  deflated: boolean;
  /** What is stored; empty where it comes in pieces. */
  content: Uint8Array;
  pieces: Piece[];
  /** Files that the page leads to, as `targetId` tells them, one after the other. */
  targets: string;
  /** Addresses of the page that lead nowhere. */
  unresolved: string[];
}

/** Files that are compressed already. */
const packed = /\.(?:png|jpg|webp|zip|gz|br|wasm)$/;

/** Makes entries: a task for `eachInThreads`. */
export default async function makeEntries(order: EntryOrder): Promise<MadeEntry[]> {
  const made: MadeEntry[] = [];
  for (const source of order.sources) made.push(await makeEntry(source, order));
  return made;
}

async function makeEntry(source: EntrySource, order: EntryOrder): Promise<MadeEntry> {
  const { path } = source;
  if (source.kind === 'pack') {
    const files = new Map<string, Uint8Array>();
    for (const [name, file] of source.files) files.set(name, await readFile(join(order.dist, file)));
    return entryOf(path, Buffer.from(packScript(source.pack, files)));
  }
  const bytes = await readFile(join(order.dist, path));
  if (source.kind === 'file') return fileEntry(path, bytes, source.known);
  const targets = new Set<string>();
  const page = rewritePage(bytes.toString('utf8'), path, siteOf(order, targets));
  const html = path === 'index.html' ? unzipNotice(page.html) : page.html;
  const ids = [...targets].map(targetId).sort().join('');
  return { ...entryOf(path, Buffer.from(html)), targets: ids, unresolved: page.unresolved };
}

/** An entry of some bytes. */
export function entryOf(path: string, bytes: Uint8Array): MadeEntry {
  const deflated = !packed.test(path);
  // In JavaScript, which gives the same bytes on every machine; zlib has other ways on other processors.
  const content = deflated ? deflateSync(bytes, { level: 5 }) : bytes;
  return { ...factsOf(path, bytes), deflated, content, pieces: [] };
}

/** An entry of a file, in pieces where it is large. @param known pieces that are compressed already */
export function fileEntry(
  path: string,
  bytes: Uint8Array,
  known: readonly [id: string, stored: number][] = [],
): MadeEntry {
  if (bytes.length < piecesFrom || packed.test(path)) return entryOf(path, bytes);
  const pieces = deflatePieces(bytes, new Map(known));
  return { ...factsOf(path, bytes), deflated: true, content: new Uint8Array(0), pieces };
}

function factsOf(path: string, bytes: Uint8Array) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, sha256, crc: crc32(bytes), bytes: bytes.length, targets: '', unresolved: [] };
}

/** Length of a target's id. */
export const targetLength = 8;

/** Eight characters that stand for a path: 48 bits of its hash. */
export function targetId(path: string): string {
  return createHash('sha256').update(path).digest('base64').slice(0, targetLength);
}

let known: { key: string; files: ReadonlySet<string> } | undefined;

/** The site as a page's rewriting asks for it; what it finds is noted. */
function siteOf(
  { base, site, before, files, filesKey, scripts }: EntryOrder,
  found: Set<string>,
): OfflineSite {
  if (known?.key !== filesKey) {
    const text = Buffer.from(new Uint8Array(files)).toString('utf8');
    known = { key: filesKey, files: new Set(text.split('\n')) };
  }
  const all = known.files;
  const has = (path: string) => all.has(path) && Boolean(found.add(path));
  return { base, site, before, scripts: new Map(scripts), files: { has } };
}
