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
  const own = new Map<number, { mask: number; grades: number }>();
  found.forEach(({ rows, grades }, term) => {
    rows.forEach((row, index) => {
      const entry = own.get(row) ?? { mask: 0, grades: 0 };
      entry.mask |= 2 ** term;
      entry.grades += grades[index] ?? 0;
      own.set(row, entry);
    });
  });
  const pageMasks = shard.meta.pages.map((facts) => pageMask(facts, terms));
  const inGroup = new Map<number, number>();
  const placed = [...own].map(([row, { mask, grades }]) => {
    const run = lastAtMost(shard.runs.starts, row);
    const group = shard.runs.groups[run] ?? 0;
    inGroup.set(group, (inGroup.get(group) ?? 0) | mask);
    const page = pageMasks[shard.runs.pages[run] ?? 0] ?? 0;
    return { row, group, page, own: bits(mask), near: bits(mask | page), grades };
  });
  const complete = placed.filter(({ group, page }) => ((inGroup.get(group) ?? 0) | page) === full);
  const best = new Map<number, number>();
  for (const { group, near } of complete) best.set(group, Math.max(best.get(group) ?? 0, near));
  const kept = complete.filter(({ group, near }) => near === best.get(group)).sort((a, b) => a.row - b.row);
  const spans = spansOf(found);
  const yuan = new Map(found.flatMap((term) => [...term.yuan]));
  return {
    rows: Int32Array.from(kept, ({ row }) => row),
    grades: Uint8Array.from(kept, ({ grades }) => grades),
    own: Uint8Array.from(kept, (one) => one.own),
    span: Float64Array.from(kept, ({ row }) => spans.get(row) ?? -1),
    yuan,
  };
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
