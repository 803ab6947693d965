import type { FormRow } from './cells-of.ts';
import { readLabel } from './form-label.ts';

/** Whether a row is the foot of a form: 负责人, 经办人, 联系电话, 填报日期, in cells of their own or all in one. */
export function isFootRow(row: FormRow): boolean {
  const labels = row.cells
    .map((cell) => readLabel(cell.text)?.label)
    .filter((label) => label?.kind === 'foot');
  if (labels.length >= 3 || labels.some((label) => label?.kind === 'foot' && label.key === 'date'))
    return true;
  return row.cells.some(({ text }) => /(负责人|经办人).*填[报表](日期|时间)/.test(text));
}
