import type { CheckFinding } from '../schema/finding.ts';
import { type OutcomeCounts, summarizeFindings } from './summarize-findings.ts';

/** What archive-wide lists need to know of one disclosure's findings. */
export interface FindingsDigest {
  /** Counts by check. */
  byCheck: Record<string, OutcomeCounts>;
  /** What does not hold, without its operands. */
  failures: Pick<CheckFinding, 'check' | 'place' | 'message' | 'likely'>[];
}

/** Digests findings for archive-wide lists. */
export function digestFindings(findings: CheckFinding[]): FindingsDigest {
  const byCheck: Record<string, OutcomeCounts> = {};
  for (const [check, group] of Map.groupBy(findings, (finding) => finding.check)) {
    const { coverage: _, ...counts } = summarizeFindings(group);
    byCheck[check] = counts;
  }
  const failures = findings
    .filter(({ outcome }) => outcome === '不符')
    .map(({ check, place, message, likely }) => ({ check, place, message, likely }));
  return { byCheck, failures };
}
