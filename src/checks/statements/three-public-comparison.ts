import type { Disclosure } from '../../schema/disclosure.ts';
import { type ThreePublicPart, threePublicPart } from '../reading/three-public.ts';
import { comparisonOf, type StatedComparison } from './change-of-total.ts';
import { readNarrative } from './read-narrative.ts';

/** A part of the “三公” expenses against the year before. */
export interface ThreePublicComparison extends StatedComparison {
  /** total, abroad, reception, vehicles (purchase and running together), purchase, running */
  part: ThreePublicPart;
}

/** How the “三公” expenses and their parts compare with the year before (section 七), in the order of the text. */
export function threePublicComparison(disclosure: Disclosure): ThreePublicComparison[] {
  const found = new Map<ThreePublicPart, ThreePublicComparison>();
  for (const statement of readNarrative(disclosure, 7)) {
    const part = threePublicPart(statement.what);
    if (!part || found.has(part) || statement.reason || statement.prior || !statement.amount) continue;
    const comparison = comparisonOf(disclosure, 7, statement);
    if (comparison) found.set(part, { part, ...comparison });
  }
  return [...found.values()];
}
