import type { Check } from '../checks/check.ts';
import { cause } from '../checks/format-findings.ts';
import type { OutcomeCounts } from '../checks/summarize-findings.ts';
import { address } from './address.ts';
import { longestList } from './all-checks-page.ts';
import { groupOf, type PlaceLink, placeLink } from './checks-page.ts';
import type { Crumb } from './page.ts';
import type { Summary } from './summary.ts';
import type { CheckTally } from './tally-checks.ts';

/** One check over the whole archive: its sentence, its reason, and where it does not hold. */
export interface CheckPage {
  title: string;
  description: string;
  breadcrumbs: Crumb[];
  group: string;
  sentence: string;
  reason: string;
  counts: OutcomeCounts;
  /** How many disclosures the list leaves out. */
  omitted: number;
  failures: {
    disclosure: PlaceLink;
    findings: { message: string; cause: string; place: PlaceLink | undefined }[];
  }[];
}

/** Makes the page of one check; `tally` names disclosures by their positions in `summaries`. */
export function checkPage(check: Check, summaries: Summary[], tally: CheckTally): CheckPage {
  const listed = tally.failures.slice(0, longestList).map(({ position, failures }) => {
    const { id, unit, year } = summaries[position] as Summary;
    return {
      disclosure: { name: `${unit.name} ${year} 年`, href: address.checks(id) },
      findings: failures.map((failure) => ({
        message: failure.message,
        cause: cause({ ...failure, outcome: '不符', operands: [] }),
        // Lines are linked to the source view, which shows every line.
        place: placeLink({ id, template: '' }, failure.place, () => undefined),
      })),
    };
  });
  return {
    title: check.sentence,
    description: `${check.sentence}。${check.reason}`,
    breadcrumbs: [{ name: '勾稽核对', href: address.allChecks() }],
    group: groupOf(check),
    sentence: check.sentence,
    reason: check.reason,
    counts: tally.counts,
    omitted: tally.failures.length - listed.length,
    failures: listed,
  };
}
