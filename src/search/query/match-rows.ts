import { bounds, noAmount } from '../index/amount-bound.ts';
import { positions } from '../index/shard-format.ts';
import { type Kind, kinds, sharedKinds } from '../search-page.ts';
import { tokenTexts } from '../tokenize.ts';
import { grade, type TermMatches } from './match-term.ts';
import {
  type CellRanking,
  type HitAmounts,
  type Matches,
  type MatchHow,
  type RankedHit,
  untaken,
} from './matches.ts';
import type { KnownPage } from './open-pages.ts';
import type { Runs, Shard } from './open-shard.ts';
import { relevance } from './rank.ts';
import type { Place } from './read-places.ts';
import type { Term } from './read-query.ts';
import { rest, tired } from './rest.ts';

/** Rows of a shard that hold a term, in order. */
interface Rows {
  rows: Int32Array;
  cells: Int32Array;
  /** What the rank is made of, beside the page and kind. */
  scores: Float64Array;
}

/** What is known of every row of a shard: a number for each. */
interface RowMarks {
  /** Terms that it holds, as bits. */
  masks: Uint32Array;
  /** Sum of the terms' grades. */
  grades: Uint8Array;
  /** 1 where it has amounts. */
  valued: Uint8Array;
  /** Tokens between the nearest places of the first two terms, and one; 0 where that is not known. */
  spans: Uint16Array;
  /** Amount that matched, by row. */
  yuan: Map<number, number>;
  /** Wording, where hits are ranked by their amounts. */
  wordings: Int32Array;
  /** Wording, by row, where all rows with it are one hit. */
  shared: Map<number, number>;
}

/**
 * Finds the rows that answer a query, one by one.
 *
 * One term: the rows that hold it. Several: all must be found in one unit of search, which is the row's table, project
 * or section together with what its page is (body, year, region, department, edition); at least one stands in the row,
 * and of each unit of search only those rows are given that hold the most terms.
 *
 */
export async function matchRows(
  shard: Shard,
  terms: Term[],
  found: TermMatches[],
  how: MatchHow,
): Promise<Matches> {
  const [marks, runs, boundsOfAll] = await Promise.all([
    markRows(shard, found, how),
    shard.runs(),
    how.byAmount ? shard.bounds() : null,
  ]);
  if (tired()) await rest();
  const { rows, cells: cellOf, scores: own } = keepRows(shard, terms, marks, runs);
  const cells = new Int32Array(shard.pages.count * kinds.length);
  for (const cell of cellOf) (cells[cell] as number)++;
  const amounts = boundsOfAll ? new RowAmounts(shard, rows, cellOf, marks, boundsOfAll) : undefined;
  const scoreOf = ({ bases }: CellRanking, index: number) =>
    amounts
      ? (amounts.scores[index] as number)
      : (bases[cellOf[index] as number] as number) + (own[index] as number);
  let known: { ranking: CellRanking; repeats: Repeats } | undefined;
  const repeatsOf = (ranking: CellRanking) => {
    if (known?.ranking !== ranking) known = { ranking, repeats: findRepeats(rows, cellOf, marks, ranking) };
    return known.repeats;
  };

  return {
    cells,
    ...(amounts ? { amounts } : {}),
    scores(ranking, limit) {
      const all = new Float64Array(rows.length);
      let count = 0;
      const { repeated } = repeatsOf(ranking);
      for (let index = 0; index < rows.length; index++)
        if (ranking.passes[cellOf[index] as number] && !repeated.has(index))
          all[count++] = scoreOf(ranking, index);
      const scores = new Map<number, number>();
      const sorted = all.subarray(0, count).sort();
      for (const score of sorted.subarray(Math.max(0, count - limit)))
        if (score !== untaken) scores.set(score, (scores.get(score) ?? 0) + 1);
      return scores;
    },
    async take(ranking, least, ties) {
      const hits: RankedHit[] = [];
      let left = ties;
      const { repeated, same } = repeatsOf(ranking);
      for (let index = 0; index < rows.length; index++) {
        const cell = cellOf[index] as number;
        if (!ranking.passes[cell] || repeated.has(index)) continue;
        const score = scoreOf(ranking, index);
        if (score < least || (score === least && left-- <= 0)) continue;
        const page = Math.floor(cell / kinds.length);
        const row = rows[index] as number;
        const start = shard.pages.starts[page] as number;
        const others = marks.shared.has(row) ? (same.get(index) ?? []) : undefined;
        const matched = marks.yuan.get(row);
        hits.push({ page, row: row - start, kind: cell % kinds.length, score, matched, same: others });
      }
      return hits;
    },
  };
}

/** Hits that say the same as an earlier one: their indices, and of the first of each the pages of the others. */
interface Repeats {
  repeated: Set<number>;
  same: Map<number, number[]>;
}

function findRepeats(
  rows: Int32Array,
  cells: Int32Array,
  { shared }: RowMarks,
  { passes }: CellRanking,
): Repeats {
  const repeats: Repeats = { repeated: new Set(), same: new Map() };
  if (shared.size === 0) return repeats;
  const firsts = new Map<number, number>();
  rows.forEach((row, index) => {
    const cell = cells[index] as number;
    const wording = shared.get(row);
    if (wording === undefined || !passes[cell]) return;
    const page = Math.floor(cell / kinds.length);
    const first = firsts.get(wording);
    if (first === undefined) firsts.set(wording, index);
    else if (Math.floor((cells[first] as number) / kinds.length) !== page) {
      repeats.repeated.add(index);
      const pages = repeats.same.get(first);
      if (pages) pages.push(page);
      else repeats.same.set(first, [page]);
    }
  });
  return repeats;
}

async function markRows(shard: Shard, found: TermMatches[], { byAmount, each }: MatchHow): Promise<RowMarks> {
  const marks: RowMarks = {
    masks: new Uint32Array(shard.rows),
    grades: new Uint8Array(shard.rows),
    valued: new Uint8Array(shard.rows),
    spans: new Uint16Array(shard.rows),
    yuan: new Map(found.flatMap((term) => [...term.yuan])),
    wordings: new Int32Array(byAmount ? shard.rows : 0),
    shared: new Map(),
  };
  const spans = spansOf(found);
  const placesOf = await Promise.all(found.map(({ wordings }) => shard.places(wordings, 'rows')));
  for (const [term, { wordings, grades, yuan }] of found.entries()) {
    if (tired()) await rest();
    const bit = 2 ** term;
    const before = new Map(Array.from(yuan.keys(), (row) => [row, marks.grades[row] as number]));
    const places = placesOf[term] as Place[];
    for (let index = 0; index < places.length; index++) {
      const wording = wordings[index] as number;
      const span = (spans.get(wording) ?? -1) + 1;
      const place = places[index] as Place;
      const valued = Number(shard.isValued(wording));
      markPlace(marks, shard.pages.starts, place, { bit, grade: grades[index] as number, span, valued });
      if (byAmount) eachRow(shard.pages.starts, place, (row) => (marks.wordings[row] = wording));
      if (!each && sharedKinds.includes(kinds[shard.kindOf(wording)] as Kind))
        eachRow(shard.pages.starts, place, (row) => marks.shared.set(row, wording));
    }
    // A row that holds the term and its amount counts once, as well as the better of them.
    for (const [row, earlier] of before) {
      const all = marks.grades[row] as number;
      (marks.masks[row] as number) |= bit;
      marks.valued[row] = 1;
      marks.grades[row] = Math.min(255, all + Math.max(0, grade.cell - (all - earlier)));
    }
  }
  return marks;
}

/** Marks the rows in which a wording stands. */
function markPlace(
  marks: RowMarks,
  starts: Int32Array,
  { pages, counts, rows }: Place,
  { bit, grade: well, span, valued }: { bit: number; grade: number; span: number; valued: number },
): void {
  const { masks, grades, spans } = marks;
  const own = rows as Int32Array;
  const marked = Math.min(span, 65_535);
  let at = 0;
  for (let index = 0; index < pages.length; index++) {
    const start = starts[pages[index] as number] as number;
    for (const to = at + (counts[index] as number); at < to; at++) {
      const row = start + (own[at] as number);
      masks[row] = (masks[row] as number) | bit;
      if (well > 0) grades[row] = Math.min(255, (grades[row] as number) + well);
      if (marked > 0) spans[row] = marked;
      marks.valued[row] = valued;
    }
  }
}

/** Gives each row of a place, with its index among the place's rows. */
function eachRow(
  starts: Int32Array,
  { pages, counts, rows }: Place,
  give: (row: number, index: number) => void,
): void {
  let at = 0;
  for (let index = 0; index < pages.length; index++) {
    const start = starts[pages[index] as number] as number;
    for (const to = at + (counts[index] as number); at < to; at++) give(start + (rows?.[at] as number), at);
  }
}

/** Amounts of rows that hit: those that matched, of others their main amounts. */
class RowAmounts implements HitAmounts {
  /** Of what is not known yet: −∞. */
  readonly scores: Float64Array;
  readonly #shard: Shard;
  readonly #rows: Int32Array;
  readonly #cells: Int32Array;
  readonly #marks: RowMarks;
  readonly #boundsOfAll: Uint8Array;
  #asked: Int32Array = new Int32Array();

  constructor(shard: Shard, rows: Int32Array, cells: Int32Array, marks: RowMarks, boundsOfAll: Uint8Array) {
    this.#boundsOfAll = boundsOfAll;
    this.#shard = shard;
    this.#rows = rows;
    this.#cells = cells;
    this.#marks = marks;
    this.scores = Float64Array.from(rows, (row) => marks.yuan.get(row) ?? Number.NEGATIVE_INFINITY);
  }

  bounds(passes: Uint8Array): Int32Array {
    const { wordings, yuan } = this.#marks;
    const asked = new Set<number>();
    this.#rows.forEach((row, index) => {
      if (yuan.has(row)) return;
      const wording = wordings[row] as number;
      if (this.#boundsOfAll[wording] === noAmount) this.scores[index] = 0;
      if (passes[this.#cells[index] as number]) asked.add(wording);
    });
    this.#asked = Int32Array.from(asked).sort();
    const counts = new Int32Array(bounds);
    for (const wording of this.#asked) (counts[this.#boundsOfAll[wording] as number] as number)++;
    return counts;
  }

  async load(bound: number): Promise<void> {
    const wordings = this.#asked.filter((wording) => {
      const own = this.#boundsOfAll[wording] as number;
      return own !== noAmount && own >= bound;
    });
    const mains = new Map<number, number>();
    for (const place of await this.#shard.places(wordings, 'rows', 'mains'))
      eachRow(this.#shard.pages.starts, place, (row, at) => mains.set(row, place.mains?.[at] as number));
    this.#rows.forEach((row, index) => {
      const main = mains.get(row);
      if (main !== undefined && !this.#marks.yuan.has(row)) this.scores[index] = main;
    });
  }

  countFrom(yuan: number, passes: Uint8Array): number {
    let count = 0;
    for (let index = 0; index < this.scores.length; index++)
      if (passes[this.#cells[index] as number] && (this.scores[index] as number) >= yuan) count++;
    return count;
  }
}

function keepRows(shard: Shard, terms: Term[], marks: RowMarks, runs: Runs): Rows {
  const { masks, grades, spans, valued } = marks;
  const full = 2 ** terms.length - 1;
  const phrases = terms.map(({ tokens }) => (tokens.length > 0 ? ` ${tokens.join(' ')} ` : null));
  const rows: number[] = [];
  const cells: number[] = [];
  const scores: number[] = [];
  const starts = shard.pages.starts;
  let run = 0;
  for (let page = 0; page < shard.pages.count; page++) {
    let described = -1;
    while (run < runs.starts.length && (runs.starts[run] as number) < (starts[page + 1] as number)) {
      let next = run + 1;
      while (next < runs.starts.length && !runs.begins[next]) next++;
      const from = runs.starts[run] as number;
      const to = runs.starts[next] ?? shard.rows;
      let together = 0;
      for (let row = from; row < to; row++) together |= masks[row] as number;
      if (together !== 0) {
        if (described < 0) described = phrases.length > 1 ? pageMask(shard.pages.facts(page), phrases) : 0;
        if ((together | described) === full) keepGroup(page, from, to, run, described);
      }
      run = next;
    }
  }
  return { rows: Int32Array.from(rows), cells: Int32Array.from(cells), scores: Float64Array.from(scores) };

  /** Keeps the rows of a unit of search that hold the most. */
  function keepGroup(page: number, from: number, to: number, first: number, described: number): void {
    let most = 0;
    for (let row = from; row < to; row++)
      if (masks[row]) most = Math.max(most, bits((masks[row] as number) | described));
    let run = first;
    for (let row = from; row < to; row++) {
      while ((runs.starts[run + 1] ?? shard.rows) <= row) run++;
      const mask = masks[row] as number;
      if (mask === 0 || bits(mask | described) !== most) continue;
      rows.push(row);
      cells.push(page * kinds.length + (runs.kinds[run] as number));
      const span = (spans[row] as number) - 1;
      scores.push(relevance(bits(mask), grades[row] as number, span, valued[row] === 1));
    }
  }
}

const described = new WeakMap<KnownPage, string>();
const folded = new Map<string, string>();

/** Terms that describe a page, as bits. */
function pageMask(facts: KnownPage, phrases: (string | null)[]): number {
  let text = described.get(facts);
  if (text === undefined) {
    const { title, unit, year, province, city, county } = facts;
    const { departmentCode, department, edition, catalogueDepartment } = facts;
    const texts = [title, unit, `${year}年度`, province, city, county];
    text = [...texts, departmentCode, department, edition, catalogueDepartment].map(fold).join('\u0001');
    described.set(facts, text);
  }
  let mask = 0;
  phrases.forEach((phrase, index) => {
    if (phrase !== null && text.includes(phrase)) mask |= 2 ** index;
  });
  return mask;
}

function fold(text: string): string {
  let made = folded.get(text);
  if (made === undefined) {
    made = ` ${tokenTexts(text).join(' ')} `;
    folded.set(text, made);
  }
  return made;
}

/** Distance of the first two terms with known places, by wording. */
function spansOf(found: TermMatches[]): Map<number, number> {
  const spans = new Map<number, number>();
  const [a, b] = found.map(({ at }) => at).filter((at) => at.length > 0);
  if (!a || !b) return spans;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] as number;
    const right = b[j] as number;
    const wording = Math.floor(left / positions);
    if (wording === Math.floor(right / positions)) {
      const span = Math.abs(left - right);
      spans.set(wording, Math.min(spans.get(wording) ?? span, span));
    }
    if (left < right) i++;
    else j++;
  }
  return spans;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>>= 1) count += rest & 1;
  return count;
}
