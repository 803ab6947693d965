import type { BudgetSummary } from './budget-summary.ts';

/** One summary a unit, of its newest year: what a chart over units compares. */
export function newestSummaries<T extends BudgetSummary>(summaries: T[]): T[] {
  const newest = new Map<string, T>();
  for (const summary of summaries) {
    const slug = summary.id.slice(0, summary.id.lastIndexOf('/'));
    const other = newest.get(slug);
    if (!other || other.year < summary.year) newest.set(slug, summary);
  }
  return [...newest.values()];
}
