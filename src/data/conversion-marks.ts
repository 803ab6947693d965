import type { Disclosure } from '../schema/disclosure.ts';
import type { ConversionFinding } from '../schema/finding.ts';
import type { Table } from '../schema/table.ts';
import { type LineRange, linesConcerned } from './lines-concerned.ts';
import type { Field } from './resource.ts';

type Status = ConversionFinding['status'];

/** The column that says whether `conversion.csv` has something on a row. */
export const conversionField: Field = {
  name: 'conversion',
  type: 'string',
  description:
    '本行在 conversion.csv 中有记录的，为其中最重的 status（undecided、decided、note 依次）；没有记录的为空',
  constraints: { enum: ['undecided', 'decided', 'note'] },
};

const weights: Record<Status, number> = { note: 1, decided: 2, undecided: 3 };

/** Says what the weightiest fact about the conversion on a line and column of a table is; null where there is none. */
export function tableMarks(
  table: Table,
  { findings, tables }: Pick<Disclosure, 'findings' | 'tables'>,
): ((line: number, column: string) => Status | null) | null {
  if (table.number === null) return null;
  const records = findings.flatMap((finding): (LineRange & { status: Status; column?: string })[] => {
    if (finding.place.table !== table.number) return [];
    const lines = linesConcerned(finding, tables);
    const { column } = finding.place;
    // Where no column is called so, all of the row is meant.
    const isKnown = column !== undefined && table.columns.some(({ path }) => isCalled(path, column));
    return lines ? [{ ...lines, status: finding.status, ...(isKnown ? { column } : {}) }] : [];
  });
  if (records.length === 0) return null;
  return (line, path) =>
    weightiest(
      records.filter(
        ({ first, last, column }) =>
          first <= line && line <= last && (column === undefined || isCalled(path, column)),
      ),
    );
}

/** Says what the weightiest fact about the conversion on a line of a project's form is; null where there is none. */
export function projectMarks(number: number, findings: ConversionFinding[]): (line: number) => Status | null {
  const own = findings.filter(({ place }) => place.project === number);
  return (line) => (own.length === 0 ? null : weightiest(own.filter(({ place }) => place.line === line)));
}

/** Whether a column's path is, or ends in, a heading. */
function isCalled(path: string, heading: string): boolean {
  return path === heading || path.endsWith(`/${heading}`);
}

function weightiest(records: { status: Status }[]): Status | null {
  let best: Status | null = null;
  for (const { status } of records) if (!best || weights[status] > weights[best]) best = status;
  return best;
}
