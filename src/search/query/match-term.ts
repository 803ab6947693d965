import { cellBegins, cellEnds, codeKey, pairKey, positions } from '../index/shard-format.ts';
import type { PairPlaces, Shard } from './open-shard.ts';
import { isPrefix, type Term } from './read-query.ts';

/** How well a row matches a term, as it weighs in its rank: in a cell, at its beginning, a whole cell, the whole name. */
export const grade = { part: 0, begins: 4, cell: 14, name: 20 } as const;
const grades = [grade.part, grade.begins, grade.cell, grade.name];

/** What one term matches in a shard. */
export interface TermMatches {
  /** Wordings that hold it, in order, and how well. */
  wordings: Int32Array;
  grades: Uint8Array;
  /** Places of the term (wording × 2^20 + position), for nearness; empty where they are not known. */
  at: Float64Array;
  /** Rows with an amount that the term asks for, with the amount. */
  yuan: Map<number, number>;
}

/** Finds what a term matches in a shard: exactly that, all of it. */
export async function matchTerm(shard: Shard, term: Term): Promise<TermMatches> {
  const [text, yuan, family] = await Promise.all([
    matchText(shard, term.tokens),
    matchAmounts(shard, term),
    isPrefix(term) ? findFamily(shard, term.tokens[0] ?? '') : new Set<number>(),
  ]);
  return { ...(family.size > 0 ? addFamily(text, family) : text), at: text.at, yuan };
}

/** Wordings in order, with their grades. */
interface Graded {
  wordings: Int32Array;
  grades: Uint8Array;
}

function addFamily({ wordings, grades }: Graded, family: Set<number>): Graded {
  const all = new Map([...family].map((wording): [number, number] => [wording, grade.begins]));
  wordings.forEach((wording, index) => {
    all.set(wording, Math.max(grades[index] ?? 0, all.get(wording) ?? 0));
  });
  const joined = Int32Array.from(all.keys()).sort();
  return { wordings: joined, grades: Uint8Array.from(joined, (wording) => all.get(wording) ?? 0) };
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
  if (first !== undefined && tokens.length > 1) return matchPhrase(shard, tokens);
  const at = new Float64Array();
  if (first === undefined) return { wordings: new Int32Array(), grades: new Uint8Array(), at };
  const { wordings, holdings } = await shard.token(first);
  return { wordings, grades: holdings.map((holding) => grades[holding] ?? 0), at };
}

/** Joins the pairs that cover the phrase: of `ABCDE` the pairs AB, CD and DE. */
async function matchPhrase(shard: Shard, tokens: string[]): Promise<Graded & { at: Float64Array }> {
  const offsets: number[] = [];
  for (let offset = 0; offset < tokens.length - 1; offset += 2) offsets.push(offset);
  if (tokens.length % 2 === 1) offsets.push(tokens.length - 2);
  const lists = await Promise.all(
    offsets.map((offset) => shard.pair(pairKey(tokens[offset] ?? '', tokens[offset + 1] ?? ''))),
  );
  const byLength = lists
    .map((list, index) => ({ list, offset: offsets[index] ?? 0 }))
    .sort((a, b) => a.list.at.length - b.list.at.length);
  const [shortest, ...others] = byLength;
  const begin = lists[0] as PairPlaces;
  if (!shortest) return { wordings: new Int32Array(), grades: new Uint8Array(), at: new Float64Array() };
  const { list, offset } = shortest;
  const at = others.reduce(
    (places, other) => intersect(places, other.list.at, other.offset),
    offset ? list.at.map((place) => place - offset) : list.at,
  );
  return { ...gradeWordings(at, begin, lists[lists.length - 1] as PairPlaces, tokens.length), at };
}

/** Keeps the places for which `list` has the place `offset` further on. */
function intersect(places: Float64Array, list: Float64Array, offset: number): Float64Array {
  const kept = new Float64Array(places.length);
  let count = 0;
  let next = 0;
  for (const place of places) {
    next = seek(list, next, place + offset);
    if (list[next] === place + offset) kept[count++] = place;
  }
  return kept.subarray(0, count);
}

/** First index from `from` on whose element is at least `value`, looked for in growing steps. */
function seek(list: Float64Array, from: number, value: number): number {
  let step = 1;
  let low = from;
  while (low + step < list.length && (list[low + step] as number) < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, list.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The wordings of the places; each graded by its best place: the first cell is the name. */
function gradeWordings(at: Float64Array, begin: PairPlaces, end: PairPlaces, length: number): Graded {
  const wordings = new Int32Array(at.length);
  const found = new Uint8Array(at.length);
  let count = 0;
  let first = 0;
  let last = 0;
  for (const place of at) {
    first = seek(begin.at, first, place);
    last = seek(end.at, last, place + length - 2);
    const begins = (begin.marks[first] as number) & cellBegins;
    const whole = begins && (end.marks[last] as number) & cellEnds;
    const here = whole
      ? place % positions === 0
        ? grade.name
        : grade.cell
      : begins
        ? grade.begins
        : grade.part;
    const wording = Math.floor(place / positions);
    if (count === 0 || wordings[count - 1] !== wording) {
      wordings[count] = wording;
      found[count++] = here;
    } else if (here > (found[count - 1] as number)) found[count - 1] = here;
  }
  return { wordings: wordings.subarray(0, count), grades: found.subarray(0, count) };
}

/** Wordings with codes and words that begin with the term and are more than it. */
async function findFamily(shard: Shard, token: string): Promise<Set<number>> {
  const keys = await Promise.all([
    shard.tokensFrom(codeKey(token)),
    /^[a-z]/.test(token) ? shard.tokensFrom(token) : [],
  ]);
  const family = keys.flat().filter((key) => key !== token && key !== codeKey(token));
  const lists = await Promise.all(family.map((key) => shard.token(key)));
  return new Set(lists.flatMap(({ wordings }) => [...wordings]));
}
