import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveHead } from '../src/search/index/shard-format.ts';
import { inflate } from '../src/search/query/inflate.ts';
import { openShard } from '../src/search/query/open-shard.ts';
import type { Order } from '../src/search/query/orders.ts';
import { readQuery } from '../src/search/query/read-query.ts';
import { searchArchive } from '../src/search/query/search-archive.ts';

/** Prints what a query loads of the index of a built site when it is the first: `node bench/search-bytes.ts DIST`. */
const dist = process.argv[2] ?? 'dist';
const typed = [
  '的',
  '社',
  '社会',
  '社会保障',
  '社会保障和就业支出',
  '2080505',
  '20805',
  '培训 经费',
  '>=1亿',
];
console.table(await Promise.all(typed.map(measure)));

async function measure(query: string) {
  const relevance = await load(query, 'relevance');
  const amount = await load(query, 'amount');
  return { query, ...relevance, 'kB by amount': amount.kB };
}

async function load(query: string, order: Order) {
  let bytes = 0;
  let files = 0;
  const count = async (path: string) => {
    const content = await readFile(join(dist, path));
    bytes += content.length;
    files++;
    return content;
  };
  const head: ArchiveHead = JSON.parse(new TextDecoder().decode(inflate(await count('search/heads.bin'))));
  const shards = head.shards.map(({ path, meta }) => openShard(path, meta, count));
  const { total } = await searchArchive(shards, { terms: readQuery(query), facets: {}, order, limit: 30 });
  return { total, files, kB: Math.round(bytes / 1000) };
}
