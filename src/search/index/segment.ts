import { createHash } from 'node:crypto';
import { kinds, type PageFacts, type SearchPage, type SearchRow } from '../search-page.ts';
import { tokenTexts } from '../tokenize.ts';
import { collectNames } from './collect-names.ts';
import type { Packs } from './make-packs.ts';
import { type PackedNames, packNames } from './packed-names.ts';

/**
 * All that the index needs to know of one page: made once, joined with the segments of other pages into shards again
 * and again. Numbers are relative to the page.
 */
export interface Segment {
  facts: PageFacts;
  /** Folder of its packs below `search/`, and how many there are. */
  packs: string;
  packCount: number;
  /** What the page can suggest. */
  names: PackedNames;
  /** Each token once. */
  tokens: string[];
  /** Of each wording its digest and its kind. */
  digests: string[];
  kinds: Uint8Array;
  /** Tokens of all wordings one after the other, each cell ended by {@link cellEnd} or {@link codeEnd}. */
  words: Numbers;
  /** Where in `words` each wording begins, and where the last ends. */
  starts: Numbers;
  /** Wording of each row. */
  rows: Numbers;
  /** Runs of rows of one kind and group, three numbers each: kind, rows, 1 where a new group begins (else 0). */
  runs: Numbers;
  /** First amount of each row in yuan, 0 where there is none. */
  mains: Float64Array;
  /** Every amount once a row, in order: yuan, row. */
  amounts: Float64Array;
}

/** Whole numbers, in as few bytes as they need. */
export type Numbers = Int16Array | Int32Array;

/** Ends a cell; ends the second cell, which holds a code. */
export const cellEnd = -1;
export const codeEnd = -2;

/** Makes the segment of a page. */
export function makeSegment(page: SearchPage, packs: Packs): Segment {
  const { facts, rows } = page;
  return {
    facts,
    packs: packs.folder,
    packCount: packs.files.length,
    names: packNames(collectNames([page])),
    ...readWordings(rows),
    runs: runsOf(rows),
    mains: Float64Array.from(rows, ({ amounts }) => amounts[0]?.yuan ?? 0),
    amounts: amountsOf(rows),
  };
}

function readWordings(rows: SearchRow[]) {
  const numbers = new Map<string, number>();
  const tokens = new Map<string, number>();
  const starts: number[] = [0];
  const words: number[] = [];
  const kindsOf: number[] = [];
  const wordings = rows.map(({ kind, texts }) => {
    const key = [kind, ...texts].join('\t');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    kindsOf.push(kinds.indexOf(kind));
    texts.forEach((text, cell) => {
      const read = tokensOf(text);
      for (const token of read) {
        const number = tokens.get(token) ?? tokens.size;
        tokens.set(token, number);
        words.push(number);
      }
      if (read.length > 0) words.push(cell === 1 ? codeEnd : cellEnd);
    });
    starts.push(words.length);
    return numbers.size - 1;
  });
  return {
    tokens: [...tokens.keys()],
    digests: [...numbers.keys()].map(digestOf),
    kinds: Uint8Array.from(kindsOf),
    words: narrow(words),
    starts: narrow(starts),
    rows: narrow(wordings),
  };
}

/** Tokens of the latest texts: most cells of a disclosure stand in the others too. */
const recent = new Map<string, string[]>();

function tokensOf(text: string): string[] {
  let tokens = recent.get(text);
  if (!tokens) {
    tokens = tokenTexts(text);
    if (recent.size > 20_000) recent.clear();
    recent.set(text, tokens);
  }
  return tokens;
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('base64').slice(0, 16);
}

function runsOf(rows: SearchRow[]): Numbers {
  const runs: number[] = [];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const count = runs.length - 2;
    if (before?.kind === row.kind && before.group === row.group) runs[count] = (runs[count] ?? 0) + 1;
    else runs.push(kinds.indexOf(row.kind), 1, Number(before?.group !== row.group));
  });
  return narrow(runs);
}

function amountsOf(rows: SearchRow[]): Float64Array {
  const entries = rows.flatMap(({ amounts }, row) =>
    [...new Set(amounts.map(({ yuan }) => yuan))].map((yuan): [number, number] => [yuan, row]),
  );
  return Float64Array.from(entries.sort(([a, m], [b, n]) => a - b || m - n).flat());
}

function narrow(numbers: number[]): Numbers {
  return numbers.every((number) => number < 2 ** 15) ? Int16Array.from(numbers) : Int32Array.from(numbers);
}
