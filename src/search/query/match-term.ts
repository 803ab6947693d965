import { border, codeKey, pairKey, positions } from '../index/shard-format.ts';
import type { Shard } from './open-shard.ts';
import { isPrefix, type Term } from './read-query.ts';

/** How well a row matches a term, as it weighs in its rank: in a cell, at its beginning, a whole cell, the whole name. */
export const grade = { part: 0, begins: 4, cell: 14, name: 20 } as const;

/** Rows of one term, in order. */
export interface TermRows {
  rows: Int32Array;
  grades: Uint8Array;
  /** Positions of the term (row × 2^20 + position), for nearness; empty where they are not known. */
  at: Float64Array;
  /** Amount that matched, by row. */
  yuan: Map<number, number>;
}

/** Finds the rows of a shard that hold a term: exactly these, all of them. */
export async function matchTerm(shard: Shard, term: Term): Promise<TermRows> {
  const [text, amounts] = await Promise.all([matchText(shard, term), matchAmounts(shard, term)]);
  const yuan = new Map<number, number>();
  amounts.forEach(({ rows, yuan: values }) => {
    rows.forEach((row, index) => {
      const value = values[index] ?? 0;
      if (Math.abs(value) >= Math.abs(yuan.get(row) ?? 0)) yuan.set(row, value);
    });
  });
  for (const row of yuan.keys()) text.found.set(row, Math.max(text.found.get(row) ?? 0, grade.cell));
  const rows = Int32Array.from(text.found.keys()).sort();
  const grades = Uint8Array.from(rows, (row) => text.found.get(row) ?? 0);
  return { rows, grades, at: text.at, yuan };
}

function matchAmounts(shard: Shard, { ranges }: Term) {
  return Promise.all(ranges.map(([from, to]) => shard.amounts(from, to)));
}

interface TextRows {
  /** Row → grade. */
  found: Map<number, number>;
  at: Float64Array;
}

async function matchText(shard: Shard, term: Term): Promise<TextRows> {
  const { tokens } = term;
  const [first = ''] = tokens;
  if (tokens.length === 0) return { found: new Map(), at: new Float64Array() };
  const last = tokens[tokens.length - 1] ?? '';
  const [starts, ends, text] = await Promise.all([
    shard.pair(pairKey(border, first)),
    shard.pair(pairKey(last, border)),
    tokens.length === 1 ? matchToken(shard, first) : matchPhrase(shard, tokens),
  ]);
  gradeCells(text.found, starts, ends, tokens.length);
  if (isPrefix(term)) await addFamily(shard, first, text.found);
  return text;
}

async function matchToken(shard: Shard, token: string): Promise<TextRows> {
  const rows = await shard.token(token);
  return { found: new Map(Array.from(rows, (row) => [row, grade.part])), at: new Float64Array() };
}

/** Joins the pairs that cover the phrase: of `ABCDE` the pairs AB, CD and DE. */
async function matchPhrase(shard: Shard, tokens: string[]): Promise<TextRows> {
  const offsets: number[] = [];
  for (let offset = 0; offset < tokens.length - 1; offset += 2) offsets.push(offset);
  if (tokens.length % 2 === 1) offsets.push(tokens.length - 2);
  const lists = await Promise.all(
    offsets.map((offset) => shard.pair(pairKey(tokens[offset] ?? '', tokens[offset + 1] ?? ''))),
  );
  const byLength = lists
    .map((list, index) => ({ list, offset: offsets[index] ?? 0 }))
    .sort((a, b) => a.list.length - b.list.length);
  const [shortest, ...others] = byLength;
  let at = shortest ? shortest.list.map((place) => place - shortest.offset) : new Float64Array();
  for (const { list, offset } of others) at = intersect(at, list, offset);
  return { found: new Map(Array.from(at, (place) => [Math.floor(place / positions), grade.part])), at };
}

/** Keeps the places for which `list` has the place `offset` further on. */
function intersect(places: Float64Array, list: Float64Array, offset: number): Float64Array<ArrayBuffer> {
  const kept: number[] = [];
  let next = 0;
  for (const place of places) {
    while (next < list.length && (list[next] as number) < place + offset) next++;
    if (list[next] === place + offset) kept.push(place);
  }
  return Float64Array.from(kept);
}

/** Tells the matches that fill or begin a cell; the first cell of a row is its name. */
function gradeCells(
  found: Map<number, number>,
  starts: Float64Array,
  ends: Float64Array,
  length: number,
): void {
  let next = 0;
  for (const start of starts) {
    const row = Math.floor(start / positions);
    const before = found.get(row);
    if (before === undefined) continue;
    const end = start + length;
    while (next < ends.length && (ends[next] as number) < end) next++;
    const whole = ends[next] === end;
    const here = whole ? (start % positions === 0 ? grade.name : grade.cell) : grade.begins;
    if (here > before) found.set(row, here);
  }
}

/** Adds the codes and words that begin with the term. */
async function addFamily(shard: Shard, token: string, found: Map<number, number>): Promise<void> {
  const keys = (
    await Promise.all([
      shard.tokensFrom(codeKey(token)),
      /[a-z]/.test(token) && /^[a-z]/.test(token) ? shard.tokensFrom(token) : [],
    ])
  ).flat();
  const family = keys.filter((key) => key !== token && key !== codeKey(token));
  for (const rows of await Promise.all(family.map((key) => shard.token(key))))
    for (const row of rows) if (!found.has(row)) found.set(row, grade.begins);
}
