import { ByteReader } from '../index/byte-writer.ts';
import { readKeyBlock } from '../index/key-blocks.ts';
import {
  holdings,
  marks,
  packName,
  packRows,
  positions,
  type RowPack,
  type ShardMeta,
} from '../index/shard-format.ts';
import { kinds } from '../search-page.ts';
import { inflate } from './inflate.ts';
import { openPages, type ShardPages } from './open-pages.ts';
import { type Place, type Range, readMains, readRows, readStandings, type Standings } from './read-places.ts';

/** Gives the bytes of a file of the site, as stored (deflated). */
export type LoadFile = (path: string) => Promise<Uint8Array>;

/** Where a pair of tokens stands: wording × 2^20 + position, in order; and whether it begins and ends a cell there. */
export interface PairPlaces {
  at: Float64Array;
  marks: Uint8Array;
}

/** The wordings that hold a token, in order, with how well: an index of `holdings`. */
export interface TokenPlaces {
  wordings: Int32Array;
  holdings: Uint8Array;
}

/** A shard whose files are loaded when they are needed, each once. */
export interface Shard {
  pages: ShardPages;
  /** Rows in all. */
  rows: number;
  /** Kind of a wording, as its index in `kinds`. */
  kindOf(wording: number): number;
  /** Whether the rows of a wording have amounts. */
  isValued(wording: number): boolean;
  pair(key: string): Promise<PairPlaces>;
  token(key: string): Promise<TokenPlaces>;
  /** Tokens that begin so. */
  tokensFrom(prefix: string): Promise<string[]>;
  /** Where wordings stand, for a list of them in order; `more` says what else than the pages must be known. */
  places(wordings: Int32Array, ...more: ('rows' | 'mains')[]): Promise<Place[]>;
  /** Bounds of the greatest main amounts of all wordings: see `amount-bound.ts`. */
  bounds(): Promise<Uint8Array>;
  /** Amounts from `from` to `to` with their rows. */
  amounts(from: number, to: number): Promise<{ rows: Int32Array; yuan: Float64Array }>;
  /** Runs of rows of one kind and group: first row, kind, and whether a group begins. */
  runs(): Promise<Runs>;
  /** Begins to load what {@link Shard.shown} needs first. */
  prepareShown(): void;
  /** A row as it is shown: its pack, and its index in it. */
  shown(page: number, row: number): Promise<{ pack: RowPack; index: number }>;
}

export interface Runs {
  starts: Int32Array;
  kinds: Uint8Array;
  begins: Uint8Array;
}

/** Lists that are kept decoded: those of the last few queries, which typing asks for again and again. */
const recentLists = 64;

/**
 * Opens a shard.
 *
 * @param path of the shard below the base
 * @param meta what the archive's head tells of it
 */
export function openShard(path: string, meta: ShardMeta, loadFile: LoadFile): Shard {
  const files = new Map<string, Promise<unknown>>();
  const once = <T>(name: string, read: (bytes: Uint8Array) => T): Promise<T> => {
    let file = files.get(name) as Promise<T> | undefined;
    if (!file) {
      file = loadFile(`${name}.bin`).then((bytes) => read(inflate(bytes)));
      files.set(name, file);
      // A file that failed to load is tried again the next time.
      file.catch(() => files.delete(name));
    }
    return file;
  };
  const recent = new Map<string, Promise<never>>();
  const pages = openPages(meta.pages);
  const ends = meta.kinds.map((_, kind) =>
    meta.kinds.slice(0, kind + 1).reduce((sum, count) => sum + count, 0),
  );
  const kindOf = (wording: number) => {
    let kind = 0;
    while (kind < kinds.length - 1 && wording >= (ends[kind] ?? 0)) kind++;
    return kind;
  };
  const list = async (folder: string, firsts: string[], key: string) => {
    const block = lastAtMost(firsts, key);
    return block < 0 ? undefined : (await once(`${path}/${folder}/${block}`, readKeyBlock)).get(key);
  };
  const between = (first: number, last: number) =>
    Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
  const standings = (number: number) =>
    once(`${path}/p/${number}`, (bytes) => readStandings(bytes, meta.standings[number] ?? 0));
  const wordingCount = ends[ends.length - 1] ?? 0;
  const rangeOf = (firsts: number[], number: number): Range => ({
    first: firsts[number] as number,
    end: firsts[number + 1] ?? wordingCount,
  });
  /** Gives each of some wordings of a file `p/<n>` its part of the lists in files `l/<n>` or `m/<n>`. */
  const eachPart = async <List extends Int32Array | Float64Array>(
    [folder, firsts]: [string, number[]],
    read: (bytes: Uint8Array, block: Standings, range: Range) => List,
    block: Standings,
    wordings: Int32Array,
    give: (index: number, part: List) => void,
  ) => {
    const { rowStarts, first } = block;
    const files = filesOf(wordings, firsts).map(async ({ file, from, to }) => {
      const range = rangeOf(firsts, file);
      const list = await once(`${path}/${folder}/${file}`, (bytes) => read(bytes, block, range));
      const begin = rowStarts[range.first - first] as number;
      for (let index = from; index < to; index++) {
        const wording = (wordings[index] as number) - first;
        const start = (rowStarts[wording] as number) - begin;
        give(index, list.subarray(start, (rowStarts[wording + 1] as number) - begin) as List);
      }
    });
    await Promise.all(files);
  };
  const packs = () => once(`${path}/packs`, (bytes) => bytes);
  return {
    pages,
    rows: pages.starts[pages.count] ?? 0,
    kindOf,
    isValued: (wording) => {
      const kind = kindOf(wording);
      return wording < (ends[kind - 1] ?? 0) + (meta.valued[kind] ?? 0);
    },
    pair: (key) => recall(recent, `b${key}`, async () => readPairs(await list('b', meta.pairs, key))),
    token: (key) => recall(recent, `u${key}`, async () => readTokens(await list('u', meta.tokens, key))),
    async tokensFrom(prefix) {
      const first = Math.max(lastAtMost(meta.tokens, prefix), 0);
      const numbers = between(first, lastAtMost(meta.tokens, `${prefix}\uffff`));
      const blocks = await Promise.all(numbers.map((block) => once(`${path}/u/${block}`, readKeyBlock)));
      return blocks.flatMap((block) => [...block.keys()].filter((key) => key.startsWith(prefix)));
    },
    async places(wordings, ...more) {
      const blocks = await Promise.all(
        filesOf(wordings, meta.standings).map(async ({ file, from, to }) => {
          const block = await standings(file);
          const inside = wordings.subarray(from, to);
          const places = Array.from(inside, (wording) => placeOf(block, wording));
          await Promise.all([
            more.includes('rows') &&
              eachPart(['l', meta.rows], readRows, block, inside, (index, rows) => {
                (places[index] as Place).rows = rows;
              }),
            more.includes('mains') &&
              eachPart(['m', meta.mains], readMains, block, inside, (index, mains) => {
                (places[index] as Place).mains = mains;
              }),
          ]);
          return places;
        }),
      );
      return blocks.flat();
    },
    bounds: () => once(`${path}/bounds`, (bytes) => bytes),
    async amounts(from, to) {
      const first = Math.max(lastBelow(meta.amounts, from), 0);
      const numbers = between(first, lastAtMost(meta.amounts, to));
      const blocks = await Promise.all(
        numbers.map((block) =>
          once(`${path}/a/${block}`, (bytes) => readAmounts(bytes, meta.amounts[block] ?? 0)),
        ),
      );
      const rows: number[] = [];
      const found: number[] = [];
      for (const block of blocks)
        block.yuan.forEach((yuan, index) => {
          if (yuan < from || yuan > to) return;
          found.push(yuan);
          rows.push(block.rows[index] as number);
        });
      return { rows: Int32Array.from(rows), yuan: Float64Array.from(found) };
    },
    runs: () => once(`${path}/runs`, (bytes) => readRuns(bytes, pages.count)),
    prepareShown() {
      // A failure is told to who asks for a row.
      void packs().catch(() => {});
    },
    async shown(page, row) {
      const folders = await packs();
      const name = `search/${readHex(folders, page * packName, packName)}/${Math.floor(row / packRows)}`;
      return { pack: await once(name, (bytes) => readJson<RowPack>(bytes)), index: row % packRows };
    },
  };
}

/** Which files hold some wordings, told by the first of each file: from which to which index of the list each does. */
function filesOf(wordings: Int32Array, firsts: number[]): { file: number; from: number; to: number }[] {
  const files: { file: number; from: number; to: number }[] = [];
  for (let from = 0; from < wordings.length; ) {
    const file = lastAtMost(firsts, wordings[from] as number);
    const next = firsts[file + 1] ?? Number.POSITIVE_INFINITY;
    let to = from + 1;
    while (to < wordings.length && (wordings[to] as number) < next) to++;
    files.push({ file, from, to });
    from = to;
  }
  return files;
}

function placeOf({ first, starts, pages, counts }: Standings, wording: number): Place {
  const from = starts[wording - first] as number;
  const to = starts[wording - first + 1] as number;
  return { pages: pages.subarray(from, to), counts: counts.subarray(from, to) };
}

function recall<List>(
  recent: Map<string, Promise<never>>,
  key: string,
  read: () => Promise<List>,
): Promise<List> {
  const found = (recent.get(key) as Promise<List> | undefined) ?? read();
  recent.delete(key);
  recent.set(key, found as Promise<never>);
  found.catch(() => recent.delete(key));
  const [oldest] = recent.keys();
  if (recent.size > recentLists && oldest !== undefined) recent.delete(oldest);
  return found;
}

/** Index of the last element that is at most `value`; −1 where all are greater. */
function lastAtMost<T extends string | number>(sorted: ArrayLike<T>, value: T): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as T) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function lastBelow(sorted: number[], value: number): number {
  let index = lastAtMost(sorted, value);
  while (index >= 0 && (sorted[index] as number) >= value) index--;
  return index;
}

function readJson<T>(bytes: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function readHex(bytes: Uint8Array, from: number, length: number): string {
  return Array.from(bytes.subarray(from, from + length), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

function readPairs(bytes: Uint8Array | undefined): PairPlaces {
  if (!bytes) return { at: new Float64Array(), marks: new Uint8Array() };
  const reader = new ByteReader(bytes);
  // Each place takes two bytes or more.
  const at = new Float64Array(bytes.length >> 1);
  const found = new Uint8Array(bytes.length >> 1);
  let count = 0;
  let wording = -1;
  let position = 0;
  while (!reader.done) {
    const delta = reader.varint();
    if (delta > 0) position = 0;
    wording += delta;
    const place = reader.varint();
    position += Math.floor(place / marks);
    at[count] = wording * positions + position;
    found[count++] = place % marks;
  }
  return { at: at.subarray(0, count), marks: found.subarray(0, count) };
}

function readTokens(bytes: Uint8Array | undefined): TokenPlaces {
  if (!bytes) return { wordings: new Int32Array(), holdings: new Uint8Array() };
  const reader = new ByteReader(bytes);
  const wordings = new Int32Array(bytes.length);
  const found = new Uint8Array(bytes.length);
  let count = 0;
  let wording = -1;
  while (!reader.done) {
    const coded = reader.varint();
    wording += Math.floor(coded / holdings.length);
    wordings[count] = wording;
    found[count++] = coded % holdings.length;
  }
  return { wordings: wordings.subarray(0, count), holdings: found.subarray(0, count) };
}

function readAmounts(bytes: Uint8Array, first: number): { rows: number[]; yuan: number[] } {
  const reader = new ByteReader(bytes);
  const rows: number[] = [];
  const all: number[] = [];
  let yuan = first;
  while (!reader.done) {
    yuan += reader.varint();
    all.push(yuan);
    rows.push(reader.varint());
  }
  return { rows, yuan: all };
}

function readRuns(bytes: Uint8Array, pages: number): Runs {
  const reader = new ByteReader(bytes);
  const starts: number[] = [];
  const ofKind: number[] = [];
  const begins: number[] = [];
  let row = 0;
  for (let page = 0; page < pages; page++)
    for (let run = reader.varint(); run > 0; run--) {
      const coded = reader.varint();
      starts.push(row);
      ofKind.push((coded >> 1) & 7);
      begins.push(coded & 1);
      row += coded >> 4;
    }
  return { starts: Int32Array.from(starts), kinds: Uint8Array.from(ofKind), begins: Uint8Array.from(begins) };
}
