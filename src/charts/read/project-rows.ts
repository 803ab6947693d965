import type { Disclosure } from '../../schema/disclosure.ts';
import { isRead, yuanOf } from '../../schema/figure.ts';
import { isBodyName } from '../../schema/is-body-name.ts';
import type { Entry } from '../../schema/table.ts';
import { roundingTolerance } from '../part.ts';
import { totalOf } from './amount-of.ts';
import { entriesOfTable } from './table-of.ts';

/** One project of table 十二 or 十三. */
export interface ProjectRow {
  name: string;
  /** Whole yuan. */
  yuan: number;
  line: number;
}

/**
 * The projects of table 十二 (`12`) or 十三 (`13`), without the lines that sum others up: those called as the unit or
 * 合计, a first line that is the sum of all that follow, and, in a department's table, a body that is the sum of
 * the lines directly below it.
 *
 * @returns the projects, and the printed total, undefined where there is none
 */
export function projectRows(
  disclosure: Disclosure,
  table: 12 | 13,
): { projects: ProjectRow[]; total: number | undefined } {
  const rows = entriesOfTable(disclosure, table).flatMap((entry) => {
    const yuan = yuanOf(totalOf(entry) ?? onlyAmount(entry));
    return yuan === undefined ? [] : [{ name: entry.label.replace(/\s+/g, ''), yuan, line: entry.line }];
  });
  const unit = disclosure.unit.name.replace(/\s+/g, '');
  const isTotal = (row: ProjectRow, index: number) =>
    row.name === unit ||
    /^(部门|单位)?[合总小]计$/.test(row.name) ||
    (index === 0 && isSumOf(row, rows.slice(1), rows.length - 1));
  const isBelow = (row: ProjectRow, index: number) =>
    disclosure.kind === '部门' && isBodyName(row.name) && isSubtotal(row, rows.slice(index + 1));
  return {
    projects: rows.filter((row, index) => !isTotal(row, index) && !isBelow(row, index)),
    total: rows.find(isTotal)?.yuan,
  };
}

function onlyAmount(entry: Entry) {
  const amounts = [...entry.amounts.values()].filter(isRead);
  return amounts.length === 1 ? amounts[0] : undefined;
}

function isSubtotal(row: ProjectRow, following: ProjectRow[]): boolean {
  let sum = 0;
  return following.some((other, index) => {
    sum += other.yuan;
    return Math.abs(sum - row.yuan) <= roundingTolerance(index + 1);
  });
}

function isSumOf(row: ProjectRow, rows: ProjectRow[], count: number): boolean {
  return (
    rows.length > 1 &&
    Math.abs(rows.reduce((sum, other) => sum + other.yuan, 0) - row.yuan) <= roundingTolerance(count)
  );
}
