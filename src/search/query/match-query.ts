import { positions } from '../index/shard-format.ts';
import type { PageFacts } from '../search-page.ts';
import { tokenTexts } from '../tokenize.ts';
import { matchTerm, type TermRows } from './match-term.ts';
import { lastAtMost, type Shard } from './open-shard.ts';
import type { Term } from './read-query.ts';

/** Rows of a shard that answer a query, in order, with what their rank is made of. */
export interface Matches {
  rows: Int32Array;
  /** Sum of the terms' grades. */
  grades: Uint8Array;
  /** Terms that stand in the row itself; the others stand in its table or section, or describe its page. */
  own: Uint8Array;
  /** Tokens between the nearest places of the first two terms; −1 where that is not known. */
  span: Float64Array;
  /** Amount that matched, by row. */
  yuan: Map<number, number>;
}

/**
 * Finds the rows that answer a query.
 *
 * One term: the rows that hold it. Several: all must be found in one unit of search, which is the row's table, project
 * or section together with what its page is (body, year, region, department, edition); at least one stands in the row,
 * and of each unit of search only those rows are given that hold the most terms.
 */
export async function matchQuery(shard: Shard, terms: Term[]): Promise<Matches> {
  const found = await Promise.all(terms.map((term) => matchTerm(shard, term)));
  const [only] = found;
  if (found.length === 1 && only) {
    const { rows, grades, yuan } = only;
    return {
      rows,
      grades,
      own: new Uint8Array(rows.length).fill(1),
      span: new Float64Array(rows.length).fill(-1),
      yuan,
    };
  }
  return joinTerms(shard, terms, found);
}

function joinTerms(shard: Shard, terms: Term[], found: TermRows[]): Matches {
  const full = 2 ** terms.length - 1;
  const all = unionOf(found.map(({ rows }) => rows));
  const masks = new Uint32Array(all.length);
  const sums = new Uint8Array(all.length);
  found.forEach(({ rows, grades }, term) => {
    let at = 0;
    rows.forEach((row, index) => {
      while ((all[at] as number) < row) at++;
      masks[at] = (masks[at] ?? 0) | (2 ** term);
      sums[at] = Math.min(255, (sums[at] ?? 0) + (grades[index] ?? 0));
    });
  });
  const { groups, pages } = placesOf(shard, all);
  const pageMasks = new Map<number, number>();
  const maskOf = (page: number) => {
    let mask = pageMasks.get(page);
    if (mask === undefined) {
      mask = pageMask(shard.meta.pages[page] as PageFacts, terms);
      pageMasks.set(page, mask);
    }
    return mask;
  };
  const inGroup = new Map<number, number>();
  all.forEach((_, at) => {
    const group = groups[at] ?? 0;
    inGroup.set(group, (inGroup.get(group) ?? maskOf(pages[at] ?? 0)) | (masks[at] ?? 0));
  });
  // Of each unit of search, the rows that hold the most.
  const best = new Map<number, number>();
  const near = masks.map((mask, at) => bits(mask | maskOf(pages[at] ?? 0)));
  const complete = (at: number) => inGroup.get(groups[at] ?? 0) === full;
  near.forEach((count, at) => {
    const group = groups[at] ?? 0;
    if (complete(at)) best.set(group, Math.max(best.get(group) ?? 0, count));
  });
  const kept = Int32Array.from(all.keys()).filter(
    (at) => complete(at) && near[at] === best.get(groups[at] ?? 0),
  );
  const spans = spansOf(found);
  return {
    rows: kept.map((at) => all[at] ?? 0),
    grades: Uint8Array.from(kept, (at) => sums[at] ?? 0),
    own: Uint8Array.from(kept, (at) => bits(masks[at] ?? 0)),
    span: Float64Array.from(kept, (at) => spans.get(all[at] ?? 0) ?? -1),
    yuan: new Map(found.flatMap((term) => [...term.yuan])),
  };
}

/** All rows of some lists, each once, in order. */
function unionOf(lists: Int32Array[]): Int32Array {
  const joined = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let length = 0;
  for (const list of lists) {
    joined.set(list, length);
    length += list.length;
  }
  joined.sort();
  return joined.filter((row, index) => index === 0 || row !== joined[index - 1]);
}

/** Unit of search and page of each row. */
function placesOf({ runs, meta }: Shard, rows: Int32Array): { groups: Int32Array; pages: Int32Array } {
  const groups = new Int32Array(rows.length);
  const pages = new Int32Array(rows.length);
  let run = 0;
  rows.forEach((row, index) => {
    if (row >= (runs.starts[run + 1] ?? meta.rows)) run = lastAtMost(runs.starts, row);
    groups[index] = runs.groups[run] ?? 0;
    pages[index] = runs.pages[run] ?? 0;
  });
  return { groups, pages };
}

/** Terms that describe a page, as bits. */
function pageMask(facts: PageFacts, terms: Term[]): number {
  let texts = described.get(facts);
  if (!texts) {
    const {
      title,
      unit,
      year,
      province,
      city,
      county,
      departmentCode,
      department,
      edition,
      catalogueDepartment,
    } = facts;
    texts = [
      title,
      unit,
      `${year}年度`,
      province,
      city,
      county,
      departmentCode,
      department,
      edition,
      catalogueDepartment,
    ].map((text) => ` ${tokenTexts(text).join(' ')} `);
    described.set(facts, texts);
  }
  return terms.reduce((mask, { tokens }, index) => {
    const phrase = ` ${tokens.join(' ')} `;
    return tokens.length > 0 && texts.some((text) => text.includes(phrase)) ? mask | (2 ** index) : mask;
  }, 0);
}
const described = new WeakMap<PageFacts, string[]>();

/** Distance of the first two terms with known places, by row. */
function spansOf(found: TermRows[]): Map<number, number> {
  const spans = new Map<number, number>();
  const [a, b] = found.map(({ at }) => at).filter((at) => at.length > 0);
  if (!a || !b) return spans;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] as number;
    const right = b[j] as number;
    const row = Math.floor(left / positions);
    if (row === Math.floor(right / positions)) {
      const span = Math.abs(left - right);
      spans.set(row, Math.min(spans.get(row) ?? span, span));
    }
    if (left < right) i++;
    else j++;
  }
  return spans;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
