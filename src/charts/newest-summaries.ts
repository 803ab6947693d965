import { bodySlug, seriesLabel } from '../schema/body-slug.ts';
import type { BudgetSummary } from './budget-summary.ts';

/** Whose budget a summary is of. */
interface Belonging {
  kind: '单位' | '部门';
  /** Name of the body. */
  body: string;
  department: { name: string };
}

/**
 * One summary a body, of its newest year: what a chart over units compares, and what may be added up. Of one year, the
 * department's budget holds the body's own, and a budget goes before final accounts. A department's budget holds those of
 * its bodies too: where it is there, they are left out.
 */
export function newestSummaries<T extends BudgetSummary & Belonging>(summaries: T[]): T[] {
  const newest = new Map<string, T>();
  for (const summary of summaries) {
    const body = bodySlug(seriesOf(summary));
    const other = newest.get(body);
    if (!other || isBefore(other, summary)) newest.set(body, summary);
  }
  const all = [...newest.values()];
  const departments = new Set(
    all.flatMap(({ kind, body, spending }) => (kind === '部门' && spending !== undefined ? [body] : [])),
  );
  return all.filter(
    ({ kind, body, department }) =>
      kind === '部门' || !(departments.has(body) || departments.has(department.name)),
  );
}

function isBefore(a: BudgetSummary & Belonging, b: BudgetSummary & Belonging): boolean {
  return a.year === b.year ? rank(a) < rank(b) : a.year < b.year;
}

function rank(summary: BudgetSummary & Belonging): number {
  const known = summary.kind === '部门' && summary.spending !== undefined ? 1 : 0;
  return (seriesLabel(seriesOf(summary)).endsWith('预算') ? 2 : 0) + known;
}

function seriesOf({ id }: BudgetSummary): string {
  return id.slice(0, id.lastIndexOf('/'));
}
