import type { Disclosure } from '../../schema/disclosure.ts';
import { isRead, yuanOf } from '../../schema/figure.ts';
import type { Entry } from '../../schema/table.ts';
import { totalOf } from './amount-of.ts';
import { dropProjectTotals } from './drop-project-totals.ts';
import { entriesOfTable } from './table-of.ts';

/** One project of table 十二 or 十三. */
export interface ProjectRow {
  name: string;
  /** Whole yuan. */
  yuan: number;
  line: number;
}

/**
 * The projects of table 十二 (`12`) or 十三 (`13`), without the lines that sum others up.
 *
 * @returns the projects, and the printed total, undefined where there is none
 */
export function projectRows(
  disclosure: Disclosure,
  table: 12 | 13,
): { projects: ProjectRow[]; total: number | undefined } {
  const rows = entriesOfTable(disclosure, table).flatMap((entry) => {
    // A department's table may print the body in a column of its own: its line without a project sums others up.
    if (entry.label === '' && entry.body !== '') return [];
    const yuan = yuanOf(totalOf(entry) ?? onlyAmount(entry));
    return yuan === undefined ? [] : [{ name: entry.label.replace(/\s+/g, ''), yuan, line: entry.line }];
  });
  return dropProjectTotals(rows, { unit: disclosure.unit.name, kind: disclosure.kind });
}

function onlyAmount(entry: Entry) {
  const amounts = [...entry.amounts.values()].filter(isRead);
  return amounts.length === 1 ? amounts[0] : undefined;
}
