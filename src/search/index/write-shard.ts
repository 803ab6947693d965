import { deflateRawSync } from 'node:zlib';
import { kinds, type SearchPage, type SearchRow } from '../search-page.ts';
import { tokenTexts } from '../tokenize.ts';
import { ByteWriter } from './byte-writer.ts';
import { writeKeyBlocks } from './key-blocks.ts';
import { border, codeKey, mainsPerFile, pairKey, type RowPack, type ShardMeta } from './shard-format.ts';

/** Undeflated size that a file of shown rows grows to before the next begins. */
const packSize = 20 * 1024;
/** Amounts in one file. */
const amountsPerFile = 4096;
/** Factor that makes one number of two token numbers. */
const pairBase = 2 ** 24;

/** Rows and positions of a pair, or rows of a token, written as they come. */
interface List {
  writer: ByteWriter;
  row: number;
  position: number;
}

/**
 * Writes the index of some pages, the same bytes for the same pages.
 *
 * @returns the shard's files by their path in it (see `shard-format.ts`)
 */
export function writeShard(pages: SearchPage[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const put = (path: string, bytes: Uint8Array | string) => files.set(path, deflateRawSync(bytes));
  const rows = pages.flatMap((page) => page.rows);
  const { pairs, tokens } = writeLists(rows);
  pairs.forEach((block, index) => {
    put(`b/${index}`, block.bytes);
  });
  tokens.forEach((block, index) => {
    put(`u/${index}`, block.bytes);
  });
  const meta: ShardMeta = {
    pages: pages.map(({ facts }) => facts),
    runs: pages.map(runsOf),
    pairs: pairs.map(({ first }) => first),
    tokens: tokens.map(({ first }) => first),
    amounts: writeAmounts(rows, put),
    packs: writePacks(pages, put),
    rows: rows.length,
  };
  writeMains(rows, put);
  put('meta', JSON.stringify(meta));
  return files;
}

type Put = (path: string, bytes: Uint8Array | string) => void;

function runsOf({ rows }: SearchPage): number[] {
  const runs: number[] = [];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const count = runs.length - 2;
    if (before?.kind === row.kind && before.group === row.group) runs[count] = (runs[count] ?? 0) + 1;
    else runs.push(kinds.indexOf(row.kind), 1, Number(before?.group !== row.group));
  });
  return runs;
}

function writeLists(rows: SearchRow[]) {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const numberOf = (token: string) => {
    let number = numbers.get(token);
    if (number === undefined) {
      number = names.push(token) - 1;
      numbers.set(token, number);
    }
    return number;
  };
  const pairs = new Map<number, List>();
  const tokens = new Map<number, List>();
  const limit = numberOf(border);
  const single = (token: number, row: number) => {
    const list = listOf(tokens, token);
    if (list.row === row) return;
    list.writer.varint(row - list.row);
    list.row = row;
  };
  const pair = (first: number, second: number, row: number, position: number) => {
    const list = listOf(pairs, first * pairBase + second);
    list.writer.varint(row - list.row);
    list.writer.varint(list.row === row ? position - list.position : position);
    list.row = row;
    list.position = position;
  };
  rows.forEach(({ texts }, row) => {
    let before = limit;
    let position = 0;
    texts.forEach((text, cell) => {
      for (const token of tokenTexts(text)) {
        const number = numberOf(token);
        single(number, row);
        if (cell === 1) single(numberOf(codeKey(token)), row);
        pair(before, number, row, position++);
        before = number;
      }
      // Empty cells have no border of their own: a cell begins and ends with one.
      if (before !== limit) pair(before, limit, row, position++);
      before = limit;
    });
  });
  const nameOf = (number: number) => names[number] ?? '';
  return {
    pairs: blocksOf(pairs, (key) => pairKey(nameOf(Math.floor(key / pairBase)), nameOf(key % pairBase))),
    tokens: blocksOf(tokens, nameOf),
  };
}

function listOf(lists: Map<number, List>, key: number): List {
  let list = lists.get(key);
  if (!list) {
    list = { writer: new ByteWriter(8), row: -1, position: 0 };
    lists.set(key, list);
  }
  return list;
}

function blocksOf(lists: Map<number, List>, nameOf: (key: number) => string) {
  const named = [...lists].map(([key, { writer }]): [string, Uint8Array] => [nameOf(key), writer.written()]);
  return writeKeyBlocks(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Writes every amount with its row, in order, and returns the first amount of each file. */
function writeAmounts(rows: SearchRow[], put: Put): number[] {
  const entries = rows.flatMap(({ amounts }, row) =>
    [...new Set(amounts.map(({ yuan }) => yuan))].map((yuan) => ({ yuan, row })),
  );
  entries.sort((a, b) => a.yuan - b.yuan || a.row - b.row);
  const firsts: number[] = [];
  for (let from = 0; from < entries.length; from += amountsPerFile) {
    const first = entries[from]?.yuan ?? 0;
    const writer = new ByteWriter(amountsPerFile * 4);
    let before = first;
    for (const { yuan, row } of entries.slice(from, from + amountsPerFile)) {
      writer.varint(yuan - before);
      writer.varint(row);
      before = yuan;
    }
    put(`a/${firsts.length}`, writer.written());
    firsts.push(first);
  }
  return firsts;
}

/** Writes the first amount of each row: what rows are sorted by. 0 where there is none; signs are the lowest bit. */
function writeMains(rows: SearchRow[], put: Put): void {
  for (let from = 0; from < rows.length; from += mainsPerFile) {
    const writer = new ByteWriter(mainsPerFile * 3);
    for (const { amounts } of rows.slice(from, from + mainsPerFile)) {
      const yuan = amounts[0]?.yuan ?? 0;
      writer.varint(Math.abs(yuan) * 2 + Number(yuan < 0));
    }
    put(`m/${from / mainsPerFile}`, writer.written());
  }
}

/** Writes the rows as they are shown, and returns the first row of each file. */
function writePacks(pages: SearchPage[], put: Put): number[] {
  const firsts: number[] = [];
  let pack: RowPack = { groups: [], rows: [] };
  let size = 0;
  let first = 0;
  const close = () => {
    if (pack.rows.length === 0) return;
    put(`r/${firsts.length}`, JSON.stringify(pack));
    firsts.push(first);
    first += pack.rows.length;
    pack = { groups: [], rows: [] };
    size = 0;
  };
  for (const { groups, rows } of pages) {
    const indices = new Map<number, number>();
    let target = pack;
    for (const { group, anchor, texts, amounts } of rows) {
      if (size > packSize) close();
      if (target !== pack) indices.clear();
      target = pack;
      let index = indices.get(group);
      if (index === undefined) {
        const { title = '', anchor: at = '', money = '' } = groups[group] ?? {};
        index = pack.groups.push([title, at, money]) - 1;
        indices.set(group, index);
      }
      const shown = amounts.flatMap(({ column, printed, yuan }) => [column, printed, yuan]);
      pack.rows.push({ g: index, a: anchor, t: texts, ...(shown.length > 0 && { m: shown }) });
      size += 40 + texts.join('').length * 3 + shown.join('').length * 2;
    }
  }
  close();
  return firsts;
}
