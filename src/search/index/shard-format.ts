import type { PageFacts } from '../search-page.ts';

/**
 * A shard is a folder of small files, each deflated (raw):
 *
 * - `meta`: {@link ShardMeta} as JSON
 * - `b/<n>`: pairs of neighboring tokens → where they stand (row, position)
 * - `u/<n>`: single tokens → rows
 * - `a/<n>`: amounts in order → rows
 * - `m/<n>`: the main amount of each row
 * - `r/<n>`: the rows as they are shown
 *
 * Rows are numbered through the shard in the order of its pages.
 */
export interface ShardMeta {
  pages: PageFacts[];
  /** For each page, its runs of rows as triples: kind, rows, 1 where a new group begins (else 0). */
  runs: number[][];
  /** First key of each file `b/<n>`, and of each `u/<n>`. */
  pairs: string[];
  tokens: string[];
  /** First amount (yuan) of each file `a/<n>`. */
  amounts: number[];
  /** First row of each file `r/<n>`. */
  packs: number[];
  /** Number of rows. */
  rows: number;
}

/** Stands at the border of every cell, so that no phrase matches across it. */
export const border = '\u0001';

/** Key of two neighboring tokens. */
export function pairKey(first: string, second: string): string {
  return `${first}\t${second}`;
}

/** Key under which a code can be found by its beginning: `20805` finds `2080502`. */
export function codeKey(token: string): string {
  return `#${token}`;
}

/** Rows of one file `m/<n>`. */
export const mainsPerFile = 4096;

/** Rows and positions go into one number so that they can be sorted and compared at once. */
export const positions = 2 ** 20;

/** A row as it is shown. */
export interface ShownRow {
  /** Index in the pack's `groups`. */
  g: number;
  /** Anchor. */
  a: string;
  /** Texts. */
  t: string[];
  /** Amounts: column, printed, yuan, one after the other. */
  m?: (string | number)[];
}

/** One file `r/<n>`: rows from `meta.packs[n]` on. */
export interface RowPack {
  /** Title, anchor, money unit. */
  groups: [string, string, string][];
  rows: ShownRow[];
}
