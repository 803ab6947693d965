import { matchHeader } from '../tables/match-header.ts';
import type { TableTemplate, Template } from '../tables/template.ts';

/** Share of a table's columns that a header names; 0 where it prints a word that the table does not have. */
export function headerShare(header: string[][], spec: TableTemplate, template: Template): number {
  const grid = header.map((cells) => ({ line: 0, cells, gap: false }));
  const leaves = spec.leaves.filter(({ optional }) => !optional);
  const { texts, unknown } = matchHeader(grid, leaves, template);
  const named = leaves.filter(({ path }) => texts.has(path.join('/'))).length;
  return unknown.length > 0 ? 0 : named / leaves.length;
}
