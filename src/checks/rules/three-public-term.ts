import type { Book } from '../reading/book.ts';
import { missingTerm, type Term } from '../reading/term.ts';
import { readThreePublic, type ThreePublicPart } from '../reading/three-public.ts';

/** A line of table 十, all funds together. */
export function threePublicTerm(book: Book, part: ThreePublicPart): Term {
  const view = book.table(10);
  if (typeof view === 'string') return missingTerm('表十', { table: 10 }, view);
  const line = readThreePublic(view).get(part);
  return view.find(line, '', 'total', line?.label ?? '合计');
}
