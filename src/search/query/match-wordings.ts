import { kinds } from '../search-page.ts';
import type { TermMatches } from './match-term.ts';
import type { CellRanking, Matches, RankedHit } from './matches.ts';
import type { Shard } from './open-shard.ts';
import { relevance } from './rank.ts';

/** The hits of one term that asks for no amount: rows need not be known one by one. */
export async function matchWordings(shard: Shard, { wordings, grades }: TermMatches): Promise<Matches> {
  const places = await shard.places(wordings);
  const kindOf = Uint8Array.from(wordings, shard.kindOf);
  const cells = new Int32Array(shard.pages.count * kinds.length);
  places.forEach(({ pages, counts }, index) => {
    const kind = kindOf[index] as number;
    for (let at = 0; at < pages.length; at++)
      (cells[(pages[at] as number) * kinds.length + kind] as number) += counts[at] as number;
  });
  const own = Float64Array.from(grades, (grade) => relevance(1, grade, -1));

  /** Calls back for each wording on each page that passes. */
  const each = (
    { passes, bases }: CellRanking,
    visit: (score: number, index: number, at: number) => void,
  ): void =>
    places.forEach(({ pages }, index) => {
      for (let at = 0; at < pages.length; at++) {
        const cell = (pages[at] as number) * kinds.length + (kindOf[index] as number);
        if (passes[cell]) visit((bases[cell] as number) + (own[index] as number), index, at);
      }
    });

  return {
    cells,
    scores(ranking) {
      const scores = new Map<number, number>();
      each(ranking, (score, index, at) => {
        scores.set(score, (scores.get(score) ?? 0) + (places[index]?.counts[at] as number));
      });
      return scores;
    },
    async take(ranking, least, ties) {
      const tied = new Int32Array(shard.pages.count);
      each(ranking, (score, index, at) => {
        if (score === least)
          (tied[places[index]?.pages[at] as number] as number) += places[index]?.counts[at] as number;
      });
      // Ties are taken in order, so those of the first pages do.
      let until = 0;
      for (let found = 0; until < tied.length && found < ties; until++) found += tied[until] as number;
      const wanted = new Set<number>();
      const scoreOf = new Map<string, number>();
      each(ranking, (score, index, at) => {
        const page = places[index]?.pages[at] as number;
        if (score < least || (score === least && page >= until)) return;
        wanted.add(index);
        scoreOf.set(`${index} ${page}`, score);
      });
      const indices = [...wanted].sort((a, b) => a - b);
      const loaded = await shard.places(
        Int32Array.from(indices, (index) => wordings[index] as number),
        'rows',
      );
      const hits: RankedHit[] = [];
      loaded.forEach(({ pages, counts, rows }, order) => {
        const index = indices[order] as number;
        let from = 0;
        pages.forEach((page, at) => {
          const to = from + (counts[at] as number);
          const score = scoreOf.get(`${index} ${page}`);
          if (score !== undefined)
            for (const row of rows?.subarray(from, to) ?? [])
              hits.push({ page, row, kind: kindOf[index] as number, score });
          from = to;
        });
      });
      hits.sort((a, b) => a.page - b.page || a.row - b.row);
      let left = ties;
      return hits.filter(({ score }) => score > least || left-- > 0);
    },
  };
}
