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
}

/** What a query matches in a shard; hits are told one by one only where they are among the best. */
export interface Matches {
  /** Hits of each kind on each page: page × kinds + kind. */
  cells: Int32Array;
  /** The scores of at least the best `limit` hits that pass, each with the number of its hits. */
  scores(ranking: CellRanking, limit: number): Map<number, number>;
  /** The hits that pass and score more than `least`, and the first `ties` of those that score just that. */
  take(ranking: CellRanking, least: number, ties: number): Promise<RankedHit[]>;
}
