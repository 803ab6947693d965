import { checks } from '../checks/index.ts';
import { addCounts, noCounts, type OutcomeCounts } from '../checks/summarize-findings.ts';
import { address } from './address.ts';
import { formatCoverage, groupOf } from './checks-page.ts';
import type { Summary } from './summary.ts';
import type { CheckTally } from './tally-checks.ts';

/** One check over the whole archive. */
export interface CheckRow {
  id: string;
  sentence: string;
  href: string;
  counts: OutcomeCounts;
}

/** One disclosure's outcome. */
export interface DisclosureRow {
  unit: string;
  subject: string;
  href: string;
  counts: OutcomeCounts;
  coverage: string;
}

/** The checks of the archive, by check and by unit. */
export interface AllChecksPage {
  title: string;
  description: string;
  total: OutcomeCounts;
  disclosures: DisclosureRow[];
  /** How many disclosures the list leaves out: those with the fewest 不符. */
  omitted: number;
  groups: { title: string; rows: CheckRow[] }[];
}

/** A page lists so many disclosures at most; every disclosure has a page of its own. */
export const longestList = 300;

/** Makes the archive-wide page. @param tallies of every check, by its id */
export function allChecksPage(summaries: Summary[], tallies: ReadonlyMap<string, CheckTally>): AllChecksPage {
  const total = noCounts();
  for (const { counts } of tallies.values()) addCounts(total, counts);
  // What readers come for stands first, however many there are.
  const listed = summaries.toSorted((a, b) => b.checks.不符 - a.checks.不符).slice(0, longestList);
  return {
    title: '勾稽核对',
    description: '全部公开文本的勾稽关系核对结果，按核对关系和按单位列出。',
    total,
    omitted: summaries.length - listed.length,
    disclosures: listed.map(({ id, unit, year, kind, phase, checks: summary }) => ({
      unit: unit.name,
      subject: `${year} 年${kind}${phase}`,
      href: address.checks(id),
      counts: summary,
      coverage: formatCoverage(summary),
    })),
    groups: [...Map.groupBy(checks, (check) => groupOf(check))].map(([title, members]) => ({
      title,
      rows: members.map(({ id, sentence }) => ({
        id,
        sentence,
        href: address.check(id),
        counts: tallies.get(id)?.counts ?? noCounts(),
      })),
    })),
  };
}
