import { z } from 'zod';
import { countIndicators } from '../schema/count-indicators.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { conservationOf } from './conservation.ts';

/** What a run says about a text that was read: all that is kept of it in memory once it is written. */
export const TextSummary = z.strictObject({
  unit: z.string(),
  year: z.int(),
  kind: z.string(),
  phase: z.string(),
  /** Whether its template was recognized. */
  recognized: z.boolean(),
  tables: z.int(),
  projects: z.int(),
  /** Edition of the catalogue that it attaches, or `''`. */
  edition: z.string(),
  /** Findings by status. */
  findings: z.strictObject({ decided: z.int(), undecided: z.int(), note: z.int() }),
  /** Undecided findings by rule. */
  undecided: z.record(z.string(), z.int()),
  /** Amounts of the statutory tables: printed; of those, read without a value; in no table. */
  amounts: z.strictObject({ printed: z.int(), undecided: z.int(), lost: z.int() }),
  /** Indicators of the project forms; of those, the open ones. */
  indicators: z.strictObject({ printed: z.int(), open: z.int() }),
});
export type TextSummary = z.infer<typeof TextSummary>;

/** Counts what a text has become. @param text decoded text that the disclosure was read from */
export function summarizeText(disclosure: Disclosure, text: string): TextSummary {
  const { unit, year, kind, phase, tables, projects, findings } = disclosure;
  const conserved = conservationOf(disclosure, text);
  const indicators = countIndicators(disclosure);
  const summary: TextSummary = {
    ...{ unit: unit.name, year, kind, phase, recognized: disclosure.template !== 'unknown' },
    ...{ tables: tables.length, projects: projects.length, edition: disclosure.catalogue.edition },
    findings: { decided: 0, undecided: 0, note: 0 },
    undecided: {},
    amounts: {
      printed: conserved.printed.length,
      undecided: conserved.undecided.length,
      lost: conserved.lost.length,
    },
    indicators: { printed: indicators.total, open: indicators.undecided },
  };
  for (const { status, rule } of findings) {
    summary.findings[status] += 1;
    if (status === 'undecided') summary.undecided[rule] = (summary.undecided[rule] ?? 0) + 1;
  }
  return summary;
}
