import { ByteReader } from '../index/byte-writer.ts';
import { readKeyBlock } from '../index/key-blocks.ts';
import { mainsPerFile, positions, type RowPack, type ShardMeta } from '../index/shard-format.ts';
import { inflate } from './inflate.ts';

/** Gives the bytes of one file of the shard, as stored (deflated). */
export type LoadShardFile = (path: string) => Promise<Uint8Array>;

/** A shard whose files are loaded when they are needed, each once. */
export interface Shard {
  meta: ShardMeta;
  /** First row of each page, and the number of rows at the end. */
  pageStarts: Int32Array;
  /** First row of each run of rows of one kind and group, with the run's kind, page and group. */
  runs: { starts: Int32Array; kinds: Uint8Array; pages: Int32Array; groups: Int32Array };
  /** Where a pair of tokens stands: row × 2^20 + position, in order. */
  pair(key: string): Promise<Float64Array>;
  /** Rows that hold a token, in order. */
  token(key: string): Promise<Int32Array>;
  /** Tokens that begin so. */
  tokensFrom(prefix: string): Promise<string[]>;
  /** Amounts from `from` to `to` with their rows. */
  amounts(from: number, to: number): Promise<{ rows: Int32Array; yuan: Float64Array }>;
  /** Main amount of each of these rows, 0 where it has none. */
  mains(rows: ArrayLike<number>): Promise<Float64Array>;
  /** The pack that holds a row, and the row's index in it. */
  shown(row: number): Promise<{ pack: RowPack; index: number }>;
}

/** Opens a shard: loads its table of contents. */
export async function openShard(load: LoadShardFile): Promise<Shard> {
  const files = new Map<string, Promise<unknown>>();
  const once = <T>(path: string, read: (bytes: Uint8Array) => T): Promise<T> => {
    let file = files.get(path) as Promise<T> | undefined;
    if (!file) {
      file = load(path).then(inflate).then(read);
      files.set(path, file);
      // A file that failed to load is tried again the next time.
      file.catch(() => files.delete(path));
    }
    return file;
  };
  const recent = new Map<string, Promise<never>>();
  const meta = await once('meta', (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as ShardMeta);
  const list = async (folder: string, firsts: string[], key: string) => {
    const block = lastAtMost(firsts, key);
    return block < 0 ? undefined : (await once(`${folder}/${block}`, readKeyBlock)).get(key);
  };
  return {
    meta,
    ...layout(meta),
    async pair(key) {
      return recall(recent, `b${key}`, async () => readPositions(await list('b', meta.pairs, key)));
    },
    async token(key) {
      return recall(recent, `u${key}`, async () => readRows(await list('u', meta.tokens, key)));
    },
    async tokensFrom(prefix) {
      const first = Math.max(lastAtMost(meta.tokens, prefix), 0);
      const last = lastAtMost(meta.tokens, `${prefix}\uffff`);
      const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      const blocks = await Promise.all(numbers.map((block) => once(`u/${block}`, readKeyBlock)));
      return blocks.flatMap((block) => [...block.keys()].filter((key) => key.startsWith(prefix)));
    },
    async amounts(from, to) {
      const first = Math.max(lastBelow(meta.amounts, from), 0);
      const last = lastAtMost(meta.amounts, to);
      const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      const blocks = await Promise.all(
        numbers.map((block) => once(`a/${block}`, (bytes) => readAmounts(bytes, meta.amounts[block] ?? 0))),
      );
      const within = blocks.flat().filter(([yuan]) => yuan >= from && yuan <= to);
      return {
        rows: Int32Array.from(within, ([, row]) => row),
        yuan: Float64Array.from(within, ([yuan]) => yuan),
      };
    },
    async mains(rows) {
      const wanted = [...new Set(Array.from(rows, (row) => Math.floor(row / mainsPerFile)))];
      const loaded = await Promise.all(wanted.map((number) => once(`m/${number}`, readMains)));
      const byNumber = new Map(wanted.map((number, index) => [number, loaded[index]]));
      return Float64Array.from(
        rows,
        (row) => byNumber.get(Math.floor(row / mainsPerFile))?.[row % mainsPerFile] ?? 0,
      );
    },
    async shown(row) {
      const number = lastAtMost(meta.packs, row);
      const pack = await once(
        `r/${number}`,
        (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as RowPack,
      );
      return { pack, index: row - (meta.packs[number] ?? 0) };
    },
  };
}

/** Lists that are kept decoded: those of the last few queries, which typing asks for again and again. */
const recentLists = 48;

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
export function lastAtMost<T extends string | number>(sorted: ArrayLike<T>, value: T): number {
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
  while (index >= 0 && sorted[index] === value) index--;
  return index;
}

function layout({ runs, rows, pages }: ShardMeta): Pick<Shard, 'pageStarts' | 'runs'> {
  const count = runs.reduce((sum, run) => sum + run.length / 3, 0);
  const starts = new Int32Array(count);
  const runKinds = new Uint8Array(count);
  const runPages = new Int32Array(count);
  const groups = new Int32Array(count);
  const pageStarts = new Int32Array(pages.length + 1);
  let row = 0;
  let run = 0;
  let group = -1;
  runs.forEach((triples, page) => {
    pageStarts[page] = row;
    for (let at = 0; at < triples.length; at += 3) {
      if (triples[at + 2]) group++;
      starts[run] = row;
      runKinds[run] = triples[at] ?? 0;
      runPages[run] = page;
      groups[run] = group;
      row += triples[at + 1] ?? 0;
      run++;
    }
  });
  pageStarts[pages.length] = rows;
  return { pageStarts, runs: { starts, kinds: runKinds, pages: runPages, groups } };
}

function readPositions(bytes: Uint8Array | undefined): Float64Array {
  if (!bytes) return new Float64Array();
  const reader = new ByteReader(bytes);
  // Each place takes two bytes or more.
  const found = new Float64Array(bytes.length >> 1);
  let count = 0;
  let row = -1;
  let position = 0;
  while (!reader.done) {
    const delta = reader.varint();
    row += delta;
    position = delta === 0 ? position + reader.varint() : reader.varint();
    found[count++] = row * positions + position;
  }
  return found.slice(0, count);
}

function readRows(bytes: Uint8Array | undefined): Int32Array {
  if (!bytes) return new Int32Array();
  const reader = new ByteReader(bytes);
  const rows = new Int32Array(bytes.length);
  let count = 0;
  let row = -1;
  while (!reader.done) {
    row += reader.varint();
    rows[count++] = row;
  }
  return rows.slice(0, count);
}

function readAmounts(bytes: Uint8Array, first: number): [yuan: number, row: number][] {
  const reader = new ByteReader(bytes);
  const entries: [number, number][] = [];
  let yuan = first;
  while (!reader.done) {
    yuan += reader.varint();
    entries.push([yuan, reader.varint()]);
  }
  return entries;
}

function readMains(bytes: Uint8Array): Float64Array {
  const reader = new ByteReader(bytes);
  const amounts: number[] = [];
  while (!reader.done) {
    const coded = reader.varint();
    amounts.push(coded % 2 ? -(coded - 1) / 2 : coded / 2);
  }
  return Float64Array.from(amounts);
}
