import { joinSegments } from '../index/join-segments.ts';
import { makePacks, type Packs } from '../index/make-packs.ts';
import { readWordings } from '../index/read-wordings.ts';
import { makeSegment } from '../index/segment.ts';
import { type LoadFile, openShard, type Shard } from '../query/open-shard.ts';
import type { SearchPage } from '../search-page.ts';

/** An index in memory. */
export interface SampleIndex {
  files: Map<string, Uint8Array>;
  /** Gives a file as a server would. */
  load: LoadFile;
  shard: Shard;
  /** What was loaded, in order. */
  loaded: string[];
}

/** Indexes some pages as the one shard `search/all`. */
export function sampleIndex(pages: SearchPage[]): SampleIndex {
  const packs = pages.map(makePacks);
  const segments = pages.map((page, index) =>
    makeSegment(page, packs[index] as Packs, readWordings(page.rows)),
  );
  const files = new Map<string, Uint8Array>();
  const joined = joinSegments(segments);
  for (const [path, bytes] of joined.files) files.set(`search/all/${path}`, bytes);
  for (const pack of packs)
    for (const [index, bytes] of pack.files.entries()) files.set(`search/${pack.folder}/${index}.bin`, bytes);
  const loaded: string[] = [];
  const load: LoadFile = async (path) => {
    loaded.push(path);
    const bytes = files.get(path);
    if (!bytes) throw new Error(`no file ${path}`);
    return bytes;
  };
  return { files, load, loaded, shard: openShard('search/all', joined.meta, load) };
}
