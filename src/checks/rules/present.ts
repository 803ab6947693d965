import type { CheckFinding } from '../../schema/finding.ts';

/** Keeps the findings that compared something; comparisons of nothing with nothing are null. */
export function present(findings: (CheckFinding | null)[]): CheckFinding[] {
  return findings.filter((finding) => finding !== null);
}
