import type { CheckFinding } from '../schema/finding.ts';

/** The 尾差 of one table (or of the narrative, `table` undefined), taken together. */
export interface RoundingGroup {
  table: number | undefined;
  count: number;
  /** The largest of them, whole yuan, without sign. */
  largestYuan: number;
}

/** Groups 尾差 by table, in the order of the tables; those of no table come last. */
export function groupRounding(findings: CheckFinding[]): RoundingGroup[] {
  const rounding = findings.filter(({ outcome }) => outcome === '尾差');
  return [...Map.groupBy(rounding, ({ place }) => place.table)]
    .map(([table, group]) => ({
      table,
      count: group.length,
      largestYuan: Math.max(...group.map(({ differenceYuan = 0 }) => Math.abs(differenceYuan))),
    }))
    .sort((a, b) => (a.table ?? 99) - (b.table ?? 99));
}
