/** How the hits of a shard are ranked and narrowed, by page and kind: page × kinds + kind. */
export interface CellRanking {
  /** 1 where hits count. */
  passes: Uint8Array;
  /** Part of the score that all hits of the cell share. */
  bases: Float64Array;
}

/** One hit that is among the best. */
export interface RankedHit {
  page: number;
  /** Row on the page. */
  row: number;
  /** Index in `kinds`. */
  kind: number;
  score: number;
  /** Amount that matched the query, in yuan. */
  matched?: number | undefined;
  /** Of what is shared by pages: the pages of the other rows with the same, which are no hits of their own. */
  same?: number[] | undefined;
}

/** Score of what is not to be taken: its amount is not known yet, or it is the same as another hit. */
export const untaken = Number.NEGATIVE_INFINITY;

/** How hits are ranked and told. */
export interface MatchHow {
  /** The score is the amount that matched, or else the row's main amount. */
  byAmount: boolean;
  /** Rows that say the same are hits each by themselves: see `sharedKinds`. */
  each: boolean;
}

/** What a query matches in a shard; hits are told one by one only where they are among the best. */
export interface Matches {
  /** Hits of each kind on each page: page × kinds + kind. */
  cells: Int32Array;
  /** Where hits are ranked by their amounts, these must be loaded before the hits are scored. */
  amounts?: HitAmounts;
  /** The scores of at least the best `limit` hits that pass, each with the number of its hits; without {@link untaken}. */
  scores(ranking: CellRanking, limit: number): Map<number, number>;
  /** The hits that pass and score more than `least`, and the first `ties` of those that score just that. */
  take(ranking: CellRanking, least: number, ties: number): Promise<RankedHit[]>;
}

/** Amounts of the hits of a shard, which are loaded from the greatest on, as far as is needed. */
export interface HitAmounts {
  /** How many wordings with hits that pass have each bound (see `amount-bound.ts`). */
  bounds(passes: Uint8Array): Int32Array;
  /** Loads the amounts of all such wordings with this bound or a greater one. */
  load(bound: number): Promise<void>;
  /** Hits that pass and are known to have at least this amount. */
  countFrom(yuan: number, passes: Uint8Array): number;
}
