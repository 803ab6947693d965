import type { FormCell, FormRow } from './cells-of.ts';
import type { Sheet } from './find-forms.ts';
import { readLabel } from './form-label.ts';
import type { LeftOut } from './list-entry.ts';
import { readFundCell } from './read-fund-cell.ts';

/** So many rows of a sheet show that its cells are repeated: one alone may print a word twice. */
const fewestRows = 3;

/**
 * Leaves out what a conversion printed again in each column that a cell spans: `项目概况 | 改造书库 | 改造书库 | 改造书库`.
 *
 * @returns the sheet as it was where its texts are not repeated
 */
export function unrepeatSpans(sheet: Sheet): { sheet: Sheet; leftOut: LeftOut[] } {
  if (sheet.rows.filter(repeatsText).length < fewestRows) return { sheet, leftOut: [] };
  const leftOut: LeftOut[] = [];
  const hasTwoGoals = sheet.rows.some(({ cells }) => cells.filter(isGoalHeading).length > 1);
  const rows = sheet.rows.map((row) => {
    const cells = keptOf(row, hasTwoGoals);
    for (const { text } of row.cells.filter((cell) => !cells.includes(cell)))
      leftOut.push({ line: row.line, text, reason: '合并的单元格逐栏重复印出' });
    return { ...row, cells };
  });
  return { sheet: { ...sheet, rows }, leftOut };
}

/** The cells of a row, each once; those of the lists as they are, for their two halves print the same by rights. */
function keptOf(row: FormRow, hasTwoGoals: boolean): FormCell[] {
  const { cells } = row;
  const isOfMoney = cells.some(({ text }) => readFundCell(text).some(({ kind }) => kind === 'label'));
  const kind = kindOf(row);
  if (!isOfMoney && kind !== 'head' && kind !== 'text' && kind !== 'goals') return cells;
  const once = cells.filter(({ text }, index) => text !== cells[index - 1]?.text);
  const [label, goal] = once;
  if (kind !== 'goals' || !hasTwoGoals || once.length !== 2 || !label || !goal) return once;
  // One goal for the period and for the year.
  const goals = cells.filter(({ text }) => text === goal.text);
  return [label, goal, ...goals.slice(Math.ceil(goals.length / 2)).slice(0, 1)];
}

const kindOf = ({ cells }: FormRow) => readLabel(cells[0]?.text ?? '')?.label.kind;

const isGoalHeading = ({ text }: FormCell) => readLabel(text)?.label.kind === 'goal';

/** Whether a row of the head or of the texts prints what stands behind its label more than once. */
function repeatsText(row: FormRow): boolean {
  const kind = kindOf(row);
  return (
    (kind === 'head' || kind === 'text') &&
    row.cells.some(
      ({ text }, index) => index > 1 && text === row.cells[index - 1]?.text && /\p{Script=Han}/u.test(text),
    )
  );
}
