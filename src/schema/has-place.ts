import { bodyName } from './body-name.ts';

/**
 * Whether a printed 科目编码 has a place in its classification: 类 3 digits, 款 5, 项 7, and 目 9 of income. Codes of
 * bodies, which lists by unit print among them, have 6 digits or 8; functions begin with 1 or 2.
 *
 * @param divisions codes of 款 that the table prints, of which a code of 6 digits may be a cut one
 */
export function hasPlace(code: string, label: string, divisions: ReadonlySet<string>): boolean {
  if (/^(?:\d{3}|\d{5}|\d{7}|1\d{8})$/.test(code)) return true;
  if (!/^\d{6,}$/.test(code) || code.length === 7 || divisions.has(code.slice(0, 5))) return false;
  return bodyName.test(label) || !/^[12]/.test(code);
}

/** Whether a code that has a place is that of a body, a department or a unit, and not of a function or an income. */
export function isBodyCode(code: string, label: string): boolean {
  if (code.length === 3) return bodyName.test(label) && !/支出$/.test(label);
  return code.length === 6 || (code.length >= 8 && !/^1\d{8}$/.test(code));
}
