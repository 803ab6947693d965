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
  const [text, yuan, family] = await Promise.all([
    matchText(shard, term.tokens),
    matchAmounts(shard, term),
    isPrefix(term) ? findFamily(shard, term.tokens[0] ?? '') : [],
  ]);
  const more = new Map([...family].map((row) => [row, grade.begins as number]));
  for (const row of yuan.keys()) more.set(row, grade.cell);
  return { ...(more.size > 0 ? addRows(text, more) : text), at: text.at, yuan };
}

/** Rows in order, with their grades. */
interface Graded {
  rows: Int32Array;
  grades: Uint8Array;
}

function addRows({ rows, grades }: Graded, more: Map<number, number>): Graded {
  const all = new Map(more);
  rows.forEach((row, index) => {
    all.set(row, Math.max(grades[index] ?? 0, all.get(row) ?? 0));
  });
  const joined = Int32Array.from(all.keys()).sort();
  return { rows: joined, grades: Uint8Array.from(joined, (row) => all.get(row) ?? 0) };
}

async function matchAmounts(shard: Shard, { ranges }: Term): Promise<Map<number, number>> {
  const yuan = new Map<number, number>();
  for (const found of await Promise.all(ranges.map(([from, to]) => shard.amounts(from, to))))
    found.rows.forEach((row, index) => {
      const value = found.yuan[index] ?? 0;
      if (Math.abs(value) >= Math.abs(yuan.get(row) ?? 0)) yuan.set(row, value);
    });
  return yuan;
}

async function matchText(shard: Shard, tokens: string[]): Promise<Graded & { at: Float64Array }> {
  const [first] = tokens;
  const last = tokens[tokens.length - 1];
  const nowhere = new Float64Array();
  if (first === undefined || last === undefined)
    return { rows: new Int32Array(), grades: new Uint8Array(), at: nowhere };
  const [starts, ends, at, single] = await Promise.all([
    shard.pair(pairKey(border, first)),
    shard.pair(pairKey(last, border)),
    tokens.length > 1 ? matchPhrase(shard, tokens) : nowhere,
    tokens.length > 1 ? null : shard.token(first),
  ]);
  const rows = single ?? rowsOf(at);
  // A single token has no places of its own, but where it begins a cell they follow the border.
  const places = single ? starts.map((place) => place + 1) : at;
  return { rows, grades: gradeRows(rows, places, starts, ends, tokens.length), at };
}

/** Joins the pairs that cover the phrase: of `ABCDE` the pairs AB, CD and DE. */
async function matchPhrase(shard: Shard, tokens: string[]): Promise<Float64Array> {
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
  if (!shortest) return new Float64Array();
  const { list, offset } = shortest;
  return others.reduce(
    (at, other) => intersect(at, other.list, other.offset),
    offset ? list.map((place) => place - offset) : list,
  );
}

/** Keeps the places for which `list` has the place `offset` further on. */
function intersect(places: Float64Array, list: Float64Array, offset: number): Float64Array {
  const kept = new Float64Array(places.length);
  let count = 0;
  let next = 0;
  for (const place of places) {
    while (next < list.length && (list[next] as number) < place + offset) next++;
    if (list[next] === place + offset) kept[count++] = place;
  }
  return kept.subarray(0, count);
}

function rowsOf(at: Float64Array): Int32Array {
  const rows = new Int32Array(at.length);
  let count = 0;
  for (const place of at) {
    const row = Math.floor(place / positions);
    if (count === 0 || rows[count - 1] !== row) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/**
 * Tells the matches that fill or begin a cell; the first cell of a row is its name.
 *
 * @param places where the term may begin a cell, in order
 */
function gradeRows(
  rows: Int32Array,
  places: Float64Array,
  starts: Float64Array,
  ends: Float64Array,
  length: number,
): Uint8Array {
  const grades = new Uint8Array(rows.length);
  let index = 0;
  let start = 0;
  let end = 0;
  for (const place of places) {
    while (start < starts.length && (starts[start] as number) < place - 1) start++;
    if (starts[start] !== place - 1) continue;
    const row = Math.floor(place / positions);
    while ((rows[index] as number) < row) index++;
    while (end < ends.length && (ends[end] as number) < place + length - 1) end++;
    const whole = ends[end] === place + length - 1;
    const here = whole ? (place % positions === 1 ? grade.name : grade.cell) : grade.begins;
    if (here > (grades[index] ?? 0)) grades[index] = here;
  }
  return grades;
}

/** Rows with codes and words that begin with the term and are more than it. */
async function findFamily(shard: Shard, token: string): Promise<Set<number>> {
  const keys = await Promise.all([
    shard.tokensFrom(codeKey(token)),
    /^[a-z]/.test(token) ? shard.tokensFrom(token) : [],
  ]);
  const family = keys.flat().filter((key) => key !== token && key !== codeKey(token));
  const lists = await Promise.all(family.map((key) => shard.token(key)));
  return new Set(lists.flatMap((rows) => [...rows]));
}
