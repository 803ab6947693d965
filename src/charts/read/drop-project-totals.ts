import { isBodyName, withoutBodyCode } from '../../schema/body-name.ts';
import { roundingTolerance } from '../part.ts';

/** Whose table it is. */
export interface ProjectsOwner {
  /** Name of the unit. */
  unit: string;
  kind: '部门' | '单位';
}

/**
 * The lines of table 十二 or 十三 without those that sum others up: those called as the unit or 合计, a first line that
 * is the sum of all that follow, and, in a department's table, a body that is the sum of the lines directly below it.
 *
 * @returns the projects, and the printed total, undefined where there is none
 */
export function dropProjectTotals<T extends { name: string; yuan: number }>(
  rows: T[],
  owner: ProjectsOwner,
): { projects: T[]; total: number | undefined } {
  const unit = owner.unit.replace(/\s+/g, '');
  const isTotal = (row: T, index: number) =>
    withoutBodyCode(row.name) === unit ||
    /^(部门|单位)?[合总小]计$/.test(row.name) ||
    (index === 0 && isSumOf(row, rows.slice(1), rows.length - 1));
  const isBelow = (row: T, index: number) =>
    owner.kind === '部门' && isBodyName(row.name) && isSubtotal(row, rows.slice(index + 1));
  return {
    projects: rows.filter((row, index) => !isTotal(row, index) && !isBelow(row, index)),
    total: rows.find(isTotal)?.yuan,
  };
}

function isSubtotal(row: { yuan: number }, following: { yuan: number }[]): boolean {
  let sum = 0;
  return following.some((other, index) => {
    sum += other.yuan;
    return Math.abs(sum - row.yuan) <= roundingTolerance(index + 1);
  });
}

function isSumOf(row: { yuan: number }, rows: { yuan: number }[], count: number): boolean {
  return (
    rows.length > 1 &&
    Math.abs(rows.reduce((sum, other) => sum + other.yuan, 0) - row.yuan) <= roundingTolerance(count)
  );
}
