import { kinds } from '../search-page.ts';
import type { TermMatches } from './match-term.ts';
import type { CellRanking, Matches, RankedHit } from './matches.ts';
import type { Shard } from './open-shard.ts';
import { relevance } from './rank.ts';
import type { Place } from './read-places.ts';

/** Wordings on pages, one after the other. */
interface Standing {
  /** Index of the wording in the list that was asked for. */
  wordings: Int32Array;
  /** Page and kind. */
  cells: Int32Array;
  /** How often it stands there. */
  counts: Int32Array;
}

/** The hits of one term that asks for no amount: rows need not be known one by one. */
export async function matchWordings(shard: Shard, { wordings, grades }: TermMatches): Promise<Matches> {
  const standing = standingOf(await shard.places(wordings), Int32Array.from(wordings, shard.kindOf));
  const { cells: cellOf, counts } = standing;
  const cells = new Int32Array(shard.pages.count * kinds.length);
  for (let at = 0; at < cellOf.length; at++) (cells[cellOf[at] as number] as number) += counts[at] as number;
  const own = Float64Array.from(grades, (grade) => relevance(1, grade, -1));
  const scoresOf = ({ bases }: CellRanking) => {
    const scores = new Float64Array(cellOf.length);
    for (let at = 0; at < scores.length; at++)
      scores[at] = (bases[cellOf[at] as number] as number) + (own[standing.wordings[at] as number] as number);
    return scores;
  };

  return {
    cells,
    scores(ranking) {
      const all = scoresOf(ranking);
      const scores = new Map<number, number>();
      for (let at = 0; at < all.length; at++)
        if (ranking.passes[cellOf[at] as number])
          scores.set(all[at] as number, (scores.get(all[at] as number) ?? 0) + (counts[at] as number));
      return scores;
    },
    async take(ranking, least, ties) {
      const all = scoresOf(ranking);
      const until = pagesOfTies(standing, all, ranking, least, ties);
      const scoreOf = new Map<number, Map<number, number>>();
      for (let at = 0; at < all.length; at++) {
        const cell = cellOf[at] as number;
        const score = all[at] as number;
        const page = Math.floor(cell / kinds.length);
        if (!ranking.passes[cell] || score < least || (score === least && page >= until)) continue;
        const wording = standing.wordings[at] as number;
        const pages = scoreOf.get(wording) ?? new Map<number, number>();
        scoreOf.set(wording, pages.set(page, score));
      }
      const indices = Int32Array.from(scoreOf.keys()).sort();
      const places = await shard.places(
        indices.map((index) => wordings[index] as number),
        'rows',
      );
      const hits = places.flatMap((place, order) => {
        const index = indices[order] as number;
        const kind = shard.kindOf(wordings[index] as number);
        return hitsOf(place, kind, scoreOf.get(index) as Map<number, number>);
      });
      hits.sort((a, b) => a.page - b.page || a.row - b.row);
      let left = ties;
      return hits.filter(({ score }) => score > least || left-- > 0);
    },
  };
}

function standingOf(places: Place[], kindOf: Int32Array): Standing {
  const length = places.reduce((sum, { pages }) => sum + pages.length, 0);
  const wordings = new Int32Array(length);
  const cells = new Int32Array(length);
  const counts = new Int32Array(length);
  let at = 0;
  for (let wording = 0; wording < places.length; wording++) {
    const place = places[wording] as Place;
    for (let index = 0; index < place.pages.length; index++, at++) {
      wordings[at] = wording;
      cells[at] = (place.pages[index] as number) * kinds.length + (kindOf[wording] as number);
      counts[at] = place.counts[index] as number;
    }
  }
  return { wordings, cells, counts };
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

/** The hits of a wording on some pages. */
function hitsOf({ pages, counts, rows }: Place, kind: number, scores: Map<number, number>): RankedHit[] {
  const hits: RankedHit[] = [];
  let from = 0;
  pages.forEach((page, index) => {
    const to = from + (counts[index] as number);
    const score = scores.get(page);
    if (score !== undefined)
      for (let at = from; at < to; at++) hits.push({ page, row: rows?.[at] as number, kind, score });
    from = to;
  });
  return hits;
}
