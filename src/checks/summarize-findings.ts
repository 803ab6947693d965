import type { CheckFinding, Outcome } from '../schema/finding.ts';
import { notApplicable } from './compare.ts';

/** How many findings have each outcome. */
export type OutcomeCounts = Record<Outcome, number>;

/** A summary for readers. */
export interface FindingsSummary extends OutcomeCounts {
  /** Checked ÷ applicable, 0 to 1; 0 where nothing was applicable. */
  coverage: number;
}

/** Counts findings by outcome, and the part of them that could be checked. */
export function summarizeFindings(findings: CheckFinding[]): FindingsSummary {
  const counts = noCounts();
  for (const { outcome } of findings) counts[outcome] += 1;
  const checked = counts.相符 + counts.尾差 + counts.不符;
  const applicable = findings.filter(
    ({ outcome, message }) => outcome !== '未检查' || !message.startsWith(notApplicable),
  );
  const coverage = applicable.length === 0 ? 0 : checked / applicable.length;
  return { ...counts, coverage };
}

/** The summary as one line: `87 项相符 · 3 项尾差 · 2 项不符 · 5 项未检查`. */
export function summarySentence(counts: OutcomeCounts): string {
  return (['相符', '尾差', '不符', '未检查'] as const)
    .map((outcome) => `${counts[outcome]} 项${outcome}`)
    .join(' · ');
}

/** No findings at all. */
export function noCounts(): OutcomeCounts {
  return { 相符: 0, 尾差: 0, 不符: 0, 未检查: 0 };
}

/** Adds counts to a running total. */
export function addCounts(total: OutcomeCounts, counts: OutcomeCounts): void {
  for (const outcome of ['相符', '尾差', '不符', '未检查'] as const) total[outcome] += counts[outcome];
}
