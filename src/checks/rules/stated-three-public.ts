import type { Book } from '../reading/book.ts';
import type { Term } from '../reading/term.ts';
import { type ThreePublicPart, threePublicPart } from '../reading/three-public.ts';
import type { Statement } from '../statements/statement.ts';
import { isOfThisYear, statedTerm } from './stated-in-table.ts';

export interface StatedPart {
  statement: Statement;
  term: Term;
}

/** What section 七 states: the total, and the parts that make it up (null where one is missing). */
export interface StatedThreePublic {
  total: StatedPart | null;
  parts: StatedPart[] | null;
  byPart: Map<ThreePublicPart, StatedPart>;
}

/** Reads the “三公” amounts of section 七; the first statement of each part counts. */
export function readStatedThreePublic(book: Book): StatedThreePublic {
  const byPart = new Map<ThreePublicPart, StatedPart>();
  for (const statement of book.statements(7)) {
    const part = threePublicPart(statement.what);
    if (!part || byPart.has(part) || !statement.amount || !isOfThisYear(statement, book)) continue;
    byPart.set(part, { statement, term: statedTerm(7, statement, statement.amount) });
  }
  const vehicles = byPart.has('purchase') && byPart.has('running') ? ['purchase', 'running'] : ['vehicles'];
  const parts = ['abroad', 'reception', ...vehicles].map((part) => byPart.get(part as ThreePublicPart));
  return {
    total: byPart.get('total') ?? null,
    parts: parts.every((part) => part !== undefined) ? parts : null,
    byPart,
  };
}
