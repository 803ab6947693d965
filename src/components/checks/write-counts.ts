import type { OutcomeCounts } from '../../checks/summarize-findings.ts';

const outcomes = [
  ['相符', 'good'],
  ['尾差', 'minor'],
  ['不符', 'bad'],
  ['未检查', 'open'],
] as const;

/** Writes how many comparisons have each outcome: 87 项相符 · 3 项尾差 · 2 项不符 · 5 项未检查. */
export function writeCounts(counts: OutcomeCounts): string {
  const items = outcomes.map(
    ([outcome, tone]) =>
      `<span${counts[outcome] > 0 ? ` class="is-${tone}"` : ''}>${counts[outcome]} 项${outcome}</span>`,
  );
  return `<span class="check-counts">${items.join('')}</span>`;
}
