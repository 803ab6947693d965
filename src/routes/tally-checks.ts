import type { FindingsDigest } from '../checks/digest-findings.ts';
import { checks } from '../checks/index.ts';
import { addCounts, noCounts, type OutcomeCounts } from '../checks/summarize-findings.ts';

/** How one check came out in all disclosures. */
export interface CheckTally {
  counts: OutcomeCounts;
  /** Where it does not hold: the disclosure's position among all, and its failures. */
  failures: { position: number; failures: FindingsDigest['failures'] }[];
}

/** Goes once through the findings of all disclosures; gives a tally of every check. */
export function tallyChecks(digests: FindingsDigest[]): Map<string, CheckTally> {
  const tallies = new Map(checks.map(({ id }): [string, CheckTally] => [id, emptyTally()]));
  for (const [position, { byCheck, failures }] of digests.entries()) {
    for (const [check, 相符, 尾差, 不符, 未检查] of byCheck) {
      const tally = tallies.get(check);
      if (tally) addCounts(tally.counts, { 相符, 尾差, 不符, 未检查 });
    }
    for (const [check, own] of Map.groupBy(failures, ({ check }) => check))
      tallies.get(check)?.failures.push({ position, failures: own });
  }
  return tallies;
}

export function emptyTally(): CheckTally {
  return { counts: noCounts(), failures: [] };
}
