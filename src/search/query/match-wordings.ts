import { bounds, noAmount } from '../index/amount-bound.ts';
import { kinds, sharedKinds } from '../search-page.ts';
import type { TermMatches } from './match-term.ts';
import {
  type CellRanking,
  type HitAmounts,
  type Matches,
  type MatchHow,
  type RankedHit,
  untaken,
} from './matches.ts';
import type { Shard } from './open-shard.ts';
import { relevance } from './rank.ts';
import type { Place } from './read-places.ts';
import { rest, tired } from './rest.ts';

/** Hits of one wording on one page that score alike, one group after the other. */
interface Standing {
  /** Index of the wording in the list that was asked for. */
  wordings: Int32Array;
  /** Page and kind. */
  cells: Int32Array;
  /** How many hits there are, and which is the first among the wording's rows. */
  counts: Int32Array;
  firsts: Int32Array;
}

/** Gives the scores of all groups of hits. */
type ScoresOf = (ranking: CellRanking) => Float64Array;

/** The hits of one term that asks for no amount: rows need not be known one by one. */
export async function matchWordings(
  shard: Shard,
  { wordings, grades }: TermMatches,
  { byAmount, each }: MatchHow,
): Promise<Matches> {
  const [places, boundsOfAll] = await Promise.all([shard.places(wordings), byAmount ? shard.bounds() : null]);
  if (tired()) await rest();
  const kindOf = Int32Array.from(wordings, shard.kindOf);
  const standing = standingOf(places, kindOf);
  const shared = Uint8Array.from(kindOf, (kind) => Number(!each && isShared[kind]));
  const cells = new Int32Array(shard.pages.count * kinds.length);
  for (let at = 0; at < standing.cells.length; at++)
    (cells[standing.cells[at] as number] as number) += standing.counts[at] as number;
  if (boundsOfAll) {
    const amounts = new WordingAmounts(shard, wordings, standing, boundsOfAll);
    const ranked = () =>
      rankedHits(shard, wordings, amounts.standing, shared, (ranking) =>
        withoutRepeats(amounts.standing, shared, ranking, amounts.scores.slice()),
      );
    return {
      cells,
      amounts,
      scores: (...of) => ranked().scores(...of),
      take: (...of) => ranked().take(...of),
    };
  }
  const own = Float64Array.from(grades, (grade, index) =>
    relevance(1, grade, -1, shard.isValued(wordings[index] as number)),
  );
  let scored: { ranking: CellRanking; scores: Float64Array } | undefined;
  const scoresOf: ScoresOf = (ranking) => {
    if (scored?.ranking === ranking) return scored.scores;
    const scores = new Float64Array(standing.cells.length);
    for (let at = 0; at < scores.length; at++)
      scores[at] =
        (ranking.bases[standing.cells[at] as number] as number) +
        (own[standing.wordings[at] as number] as number);
    withoutRepeats(standing, shared, ranking, scores);
    scored = { ranking, scores };
    return scores;
  };
  return { cells, ...rankedHits(shard, wordings, standing, shared, scoresOf) };
}

const isShared = kinds.map((kind) => sharedKinds.includes(kind));

/** Takes back the scores of all but the first group of each shared wording that passes. */
function withoutRepeats(
  { wordings, cells }: Standing,
  shared: Uint8Array,
  { passes }: CellRanking,
  scores: Float64Array,
): Float64Array {
  let before = -1;
  for (let at = 0; at < scores.length; at++) {
    const wording = wordings[at] as number;
    if (!shared[wording] || !passes[cells[at] as number]) continue;
    if (wording === before) scores[at] = untaken;
    before = wording;
  }
  return scores;
}

/** @param shared 1 for wordings of which all is one hit */
function rankedHits(
  shard: Shard,
  wordings: Int32Array,
  standing: Standing,
  shared: Uint8Array,
  scoresOf: ScoresOf,
): Pick<Matches, 'scores' | 'take'> {
  const { cells, counts } = standing;
  return {
    scores(ranking) {
      const all = scoresOf(ranking);
      const scores = new Map<number, number>();
      // Neighbors mostly score alike.
      let score = 0;
      let hits = 0;
      const add = () => {
        if (hits > 0) scores.set(score, (scores.get(score) ?? 0) + hits);
      };
      for (let at = 0; at < all.length; at++) {
        if (!ranking.passes[cells[at] as number] || all[at] === untaken) continue;
        if (all[at] !== score) {
          add();
          score = all[at] as number;
          hits = 0;
        }
        hits += counts[at] as number;
      }
      add();
      return scores;
    },
    async take(ranking, least, ties) {
      const all = scoresOf(ranking);
      const until = pagesOfTies(standing, all, ranking, least, ties);
      const chosen = new Map<number, number[]>();
      for (let at = 0; at < all.length; at++) {
        const cell = cells[at] as number;
        const score = all[at] as number;
        if (score < least || !ranking.passes[cell]) continue;
        if (score === least && Math.floor(cell / kinds.length) >= until) continue;
        const wording = standing.wordings[at] as number;
        const groups = chosen.get(wording);
        if (groups) groups.push(at);
        else chosen.set(wording, [at]);
      }
      const indices = Int32Array.from(chosen.keys()).sort();
      const places = await shard.places(
        indices.map((index) => wordings[index] as number),
        'rows',
      );
      const hits = places.flatMap(({ rows }, order) =>
        (chosen.get(indices[order] as number) as number[]).flatMap((at): RankedHit[] => {
          const cell = cells[at] as number;
          const first = standing.firsts[at] as number;
          const own = rows?.subarray(first, first + (counts[at] as number)) ?? [];
          const page = Math.floor(cell / kinds.length);
          const score = all[at] as number;
          const others = shared[standing.wordings[at] as number]
            ? pagesAfter(standing, at, ranking.passes)
            : undefined;
          return Array.from(own, (row, index) => {
            const same = others && index > 0 ? [] : others;
            return { page, row, kind: cell % kinds.length, score, same };
          });
        }),
      );
      hits.sort((a, b) => a.page - b.page || a.row - b.row);
      let left = ties;
      return hits.filter(({ score }) => score > least || left-- > 0);
    },
  };
}

/** The pages of the rows that come after a group, are of its wording, and pass. */
function pagesAfter({ wordings, cells, counts }: Standing, group: number, passes: Uint8Array): number[] {
  const pages: number[] = [];
  for (let at = group + 1; wordings[at] === wordings[group]; at++)
    if (passes[cells[at] as number])
      for (let row = 0; row < (counts[at] as number); row++)
        pages.push(Math.floor((cells[at] as number) / kinds.length));
  return pages;
}

function standingOf(places: Place[], kindOf: Int32Array): Standing {
  const standing = newStanding(places.reduce((sum, { pages }) => sum + pages.length, 0));
  let at = 0;
  for (let wording = 0; wording < places.length; wording++) {
    const { pages, counts } = places[wording] as Place;
    const kind = kindOf[wording] as number;
    let first = 0;
    for (let index = 0; index < pages.length; index++, at++) {
      standing.wordings[at] = wording;
      standing.cells[at] = (pages[index] as number) * kinds.length + kind;
      standing.counts[at] = counts[index] as number;
      standing.firsts[at] = first;
      first += counts[index] as number;
    }
  }
  return standing;
}

function newStanding(length: number): Standing {
  return {
    wordings: new Int32Array(length),
    cells: new Int32Array(length),
    counts: new Int32Array(length),
    firsts: new Int32Array(length),
  };
}

/** Main amounts of the hits: of some wordings row by row, of those that have none together. */
class WordingAmounts implements HitAmounts {
  standing: Standing;
  /** Of what is not known yet: −∞. */
  scores: Float64Array;
  readonly #shard: Shard;
  readonly #wordings: Int32Array;
  readonly #grouped: Standing;
  readonly #boundsOfAll: Uint8Array;
  /** Of each wording; none where no hit of it passes, or where it was not asked for. */
  #bounds = new Int16Array();
  readonly #mains = new Map<number, Float64Array>();

  constructor(shard: Shard, wordings: Int32Array, standing: Standing, boundsOfAll: Uint8Array) {
    this.#shard = shard;
    this.#wordings = wordings;
    this.#grouped = standing;
    this.#boundsOfAll = boundsOfAll;
    this.standing = standing;
    this.scores = new Float64Array();
  }

  bounds(passes: Uint8Array): Int32Array {
    const { cells, wordings } = this.#grouped;
    this.#bounds = new Int16Array(this.#wordings.length).fill(-1);
    const counts = new Int32Array(bounds);
    for (let at = 0; at < cells.length; at++) {
      const index = wordings[at] as number;
      if (!passes[cells[at] as number] || this.#bounds[index] !== -1) continue;
      const bound = this.#boundsOfAll[this.#wordings[index] as number] as number;
      this.#bounds[index] = bound;
      (counts[bound] as number)++;
    }
    return counts;
  }

  async load(bound: number): Promise<void> {
    const missing: number[] = [];
    this.#bounds.forEach((own, index) => {
      if (own >= bound && own !== noAmount && !this.#mains.has(index)) missing.push(index);
    });
    const wordings = Int32Array.from(missing, (index) => this.#wordings[index] as number);
    for (const [at, { mains }] of (await this.#shard.places(wordings, 'mains')).entries())
      this.#mains.set(missing[at] as number, mains as Float64Array);
    this.#expand();
  }

  countFrom(yuan: number, passes: Uint8Array): number {
    const { cells, counts } = this.standing;
    let count = 0;
    for (let at = 0; at < cells.length; at++)
      if (passes[cells[at] as number] && (this.scores[at] as number) >= yuan) count += counts[at] as number;
    return count;
  }

  /** Makes each row with a known amount a group of its own. */
  #expand(): void {
    const { wordings, cells, counts, firsts } = this.#grouped;
    let length = 0;
    for (let at = 0; at < wordings.length; at++)
      length += this.#mains.has(wordings[at] as number) ? (counts[at] as number) : 1;
    const standing = newStanding(length);
    const scores = new Float64Array(length);
    let to = 0;
    const put = (from: number, count: number, first: number, score: number) => {
      standing.wordings[to] = wordings[from] as number;
      standing.cells[to] = cells[from] as number;
      standing.counts[to] = count;
      standing.firsts[to] = first;
      scores[to++] = score;
    };
    for (let at = 0; at < wordings.length; at++) {
      const wording = wordings[at] as number;
      const first = firsts[at] as number;
      const count = counts[at] as number;
      const mains = this.#mains.get(wording);
      if (mains) for (let row = 0; row < count; row++) put(at, 1, first + row, mains[first + row] as number);
      else put(at, count, first, this.#bounds[wording] === noAmount ? 0 : untaken);
    }
    this.standing = standing;
    this.scores = scores;
  }
}

/** Ties are taken in order, so those of the first pages are: gives the first page that is not needed. */
function pagesOfTies(
  { cells, counts }: Standing,
  scores: Float64Array,
  { passes }: CellRanking,
  least: number,
  ties: number,
): number {
  const tied = new Int32Array(passes.length / kinds.length);
  for (let at = 0; at < scores.length; at++)
    if (scores[at] === least && passes[cells[at] as number])
      (tied[Math.floor((cells[at] as number) / kinds.length)] as number) += counts[at] as number;
  let until = 0;
  for (let found = 0; until < tied.length && found < ties; until++) found += tied[until] as number;
  return until;
}
