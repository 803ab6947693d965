import type { Disclosure } from './disclosure.ts';

/**
 * Counts the performance indicators of a disclosure and those of them that are open. A row of which no reading could
 * be made counts as one that is open.
 */
export function countIndicators({ projects, findings }: Pick<Disclosure, 'projects' | 'findings'>): {
  total: number;
  undecided: number;
} {
  const indicators = projects.flatMap((project) => project.indicators);
  const unread = findings.filter(({ rule }) => rule === 'indicator-row-unread').length;
  const open = indicators.filter(({ undecided }) => undecided !== undefined).length;
  return { total: indicators.length + unread, undecided: open + unread };
}
