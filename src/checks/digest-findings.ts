import type { CheckFinding } from '../schema/finding.ts';
import { summarizeFindings } from './summarize-findings.ts';

/** A check, and how many of its findings have each outcome; a list, because an archive has hundreds of thousands. */
export type CheckCounts = readonly [check: string, 相符: number, 尾差: number, 不符: number, 未检查: number];

/** What archive-wide lists need to know of one disclosure's findings. */
export interface FindingsDigest {
  /** Counts of each check that has findings. */
  byCheck: CheckCounts[];
  /** What does not hold, without its operands. */
  failures: Pick<CheckFinding, 'check' | 'place' | 'message' | 'likely'>[];
}

/** Digests findings for archive-wide lists. */
export function digestFindings(findings: CheckFinding[]): FindingsDigest {
  const byCheck = [...Map.groupBy(findings, ({ check }) => check)].map(([check, group]): CheckCounts => {
    const { 相符, 尾差, 不符, 未检查 } = summarizeFindings(group);
    return [check, 相符, 尾差, 不符, 未检查];
  });
  const failures = findings
    .filter(({ outcome }) => outcome === '不符')
    .map(({ check, place, message, likely }) => ({ check, place, message, likely }));
  return { byCheck, failures };
}
