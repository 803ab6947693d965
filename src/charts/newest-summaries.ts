import type { BudgetSummary } from './budget-summary.ts';

/** Whose budget a summary is of. */
interface Belonging {
  kind: '单位' | '部门';
  /** Name of the body. */
  body: string;
  department: { name: string };
}

/**
 * One summary a unit, of its newest year: what a chart over units compares, and what may be added up. A department's
 * budget holds those of its bodies: where it is there, they are left out.
 */
export function newestSummaries<T extends BudgetSummary & Belonging>(summaries: T[]): T[] {
  const newest = new Map<string, T>();
  for (const summary of summaries) {
    const slug = summary.id.slice(0, summary.id.lastIndexOf('/'));
    const other = newest.get(slug);
    if (!other || other.year < summary.year) newest.set(slug, summary);
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
