import { ByteWriter } from './byte-writer.ts';
import { GrowingList, sortByKey } from './growing-list.ts';
import { type KeyBlock, writeKeyBlocks } from './key-blocks.ts';
import type { Wordings } from './number-wordings.ts';
import { codeEnd, type Segment } from './segment.ts';
import { cellBegins, cellEnds, codeKey, holdings, marks, pairKey } from './shard-format.ts';

/** Which wordings hold which tokens, and which pairs of them. */
export interface Lists {
  pairs: KeyBlock[];
  tokens: KeyBlock[];
}

/** Writes for each token, and for each pair of neighboring tokens, the wordings that hold it. */
export function writeLists(segments: Segment[], wordings: Wordings): Lists {
  const { vocabulary, tokensOf } = numberTokens(segments);
  const pairs = new Pairs(vocabulary.length);
  const tokens = new Singles(vocabulary.length);
  wordings.segments.forEach((segment, wording) => {
    const { words, starts } = segments[segment] as Segment;
    const number = wordings.numbers[wording] as number;
    const names = tokensOf[segment] as Int32Array;
    const end = starts[number + 1] as number;
    let position = 0;
    for (let from = starts[number] as number, to = from, cell = 0; from < end; from = to + 1, cell++) {
      to = from;
      while ((words[to] as number) >= 0) to++;
      for (let at = from; at < to; at++) {
        const token = names[words[at] as number] as number;
        const holding = at > from ? 0 : to - from > 1 ? 1 : cell > 0 ? 2 : 3;
        tokens.add(token, wording, holding);
        if (words[to] === codeEnd) tokens.addCode(token, wording);
        if (at + 1 === to) continue;
        const mark = (at === from ? cellBegins : 0) | (at + 2 === to ? cellEnds : 0);
        pairs.add(
          token,
          names[words[at + 1] as number] as number,
          wording,
          (position + at - from) * marks + mark,
        );
      }
      // One position is left out, so that no phrase goes on in the next cell.
      position += to - from + 1;
    }
  });
  return { pairs: pairs.write(vocabulary), tokens: tokens.write(vocabulary) };
}

/** Numbers the tokens of all segments in their order; `tokensOf` gives the numbers of each segment's. */
function numberTokens(segments: Segment[]): { vocabulary: string[]; tokensOf: Int32Array[] } {
  const met = new Map<string, number>();
  const tokensOf = segments.map(({ tokens }) => {
    const numbers = new Int32Array(tokens.length);
    tokens.forEach((token, at) => {
      const known = met.get(token);
      numbers[at] = known ?? met.size;
      if (known === undefined) met.set(token, met.size);
    });
    return numbers;
  });
  const vocabulary = [...met.keys()].sort((a, b) => (a < b ? -1 : 1));
  const sorted = new Int32Array(met.size);
  vocabulary.forEach((token, number) => {
    sorted[met.get(token) as number] = number;
  });
  return {
    vocabulary,
    tokensOf: tokensOf.map((numbers) => numbers.map((number) => sorted[number] as number)),
  };
}

/** Pairs as they come: each pair's number, wording and marked position. */
class Pairs {
  readonly #numbers = new Map<number, number>();
  readonly #pairs = new GrowingList();
  readonly #wordings = new GrowingList();
  readonly #places = new GrowingList();
  readonly #base: number;

  constructor(tokens: number) {
    this.#base = tokens;
  }

  add(first: number, second: number, wording: number, place: number): void {
    const key = first * this.#base + second;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(key, number);
    }
    this.#pairs.push(number);
    this.#wordings.push(wording);
    this.#places.push(place);
  }

  /** For each pair: wordings as differences, each followed by its position; a further position is a difference too. */
  write(vocabulary: string[]): KeyBlock[] {
    const keys = [...this.#numbers.keys()];
    const { order, starts } = sortByKey(this.#pairs.values.subarray(0, this.#pairs.length), keys.length);
    const writer = new ByteWriter(order.length * 3);
    const ends = new Map<number, [from: number, to: number]>();
    keys.forEach((key, pair) => {
      const from = writer.length;
      let wording = -1;
      let position = 0;
      for (let at = starts[pair] as number; at < (starts[pair + 1] as number); at++) {
        const index = order[at] as number;
        const here = this.#wordings.values[index] as number;
        const place = this.#places.values[index] as number;
        const delta = here - wording;
        if (delta > 0) position = 0;
        writer.varint(delta);
        writer.varint(place - position * marks);
        wording = here;
        position = Math.floor(place / marks);
      }
      ends.set(key, [from, writer.length]);
    });
    const bytes = writer.written();
    const name = (key: number) =>
      pairKey(vocabulary[Math.floor(key / this.#base)] ?? '', vocabulary[key % this.#base] ?? '');
    return writeKeyBlocks(
      [...Float64Array.from(keys).sort()].map((key) => [
        name(key),
        bytes.subarray(...(ends.get(key) ?? [0, 0])),
      ]),
    );
  }
}

/** Single tokens as they come; codes have numbers of their own, after the tokens. */
class Singles {
  readonly #tokens: number;
  readonly #last: Int32Array;
  readonly #keys = new GrowingList();
  readonly #wordings = new GrowingList();
  readonly #holdings = new GrowingList();

  constructor(tokens: number) {
    this.#tokens = tokens;
    this.#last = new Int32Array(tokens * 2).fill(-1);
  }

  add(token: number, wording: number, holding: number): void {
    const last = this.#last[token] as number;
    if (last >= 0 && this.#wordings.values[last] === wording) {
      this.#holdings.values[last] = Math.max(this.#holdings.values[last] as number, holding);
      return;
    }
    this.#last[token] = this.#keys.length;
    this.#keys.push(token);
    this.#wordings.push(wording);
    this.#holdings.push(holding);
  }

  addCode(token: number, wording: number): void {
    this.add(this.#tokens + token, wording, 0);
  }

  /** For each token: wordings as differences, with how they hold it. */
  write(vocabulary: string[]): KeyBlock[] {
    const keys = this.#keys.values.subarray(0, this.#keys.length);
    const { order, starts } = sortByKey(keys, this.#tokens * 2);
    const lists: [string, Uint8Array][] = [];
    const writer = new ByteWriter(order.length * 2);
    const ends: number[] = [];
    for (let key = 0; key < this.#tokens * 2; key++) {
      let before = -1;
      for (let at = starts[key] as number; at < (starts[key + 1] as number); at++) {
        const index = order[at] as number;
        const wording = this.#wordings.values[index] as number;
        writer.varint((wording - before) * holdings.length + (this.#holdings.values[index] as number));
        before = wording;
      }
      ends.push(writer.length);
    }
    const bytes = writer.written();
    ends.forEach((end, key) => {
      const from = ends[key - 1] ?? 0;
      if (from === end) return;
      const token = vocabulary[key % this.#tokens] ?? '';
      lists.push([key < this.#tokens ? token : codeKey(token), bytes.subarray(from, end)]);
    });
    return writeKeyBlocks(lists.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
