import { type FormRow, joinWraps, plain } from './cells-of.ts';
import { isFurtherLabel, readLabel } from './form-label.ts';
import { isMoneyUnitRow } from './form-money-unit.ts';

/** What the head of a sheet says. */
export interface SheetHead {
  name: string;
  line: number;
  department: { code: string; name: string };
  unit: string;
  attribute: string;
  period: string;
}

type Key = 'name' | 'department' | 'unit' | 'attribute' | 'period';

/** A value of the head, and the column that it stands in. */
interface Placed {
  key: Key;
  column: number;
}

/**
 * Reads name, department, unit, attribute and period. A value may stand on the line below its label or continue
 * there. What follows a label that the form does not know (persons, telephones) is left unread.
 */
export function readHead(rows: FormRow[]): SheetHead {
  const values: Record<Key, string> = { name: '', department: '', unit: '', attribute: '', period: '' };
  let open: Placed[] = [];
  let placed: Placed[] = [];
  let line = rows[0]?.line ?? 1;
  for (const row of rows) {
    const readings = row.cells.map((cell) => readLabel(cell.text));
    if (readings.every((reading) => reading === null)) {
      if (isMoneyUnitRow(row)) continue;
      if (row.width > 1 && row.cells[0]?.column === 0) continue;
      if (row.cells.some(({ text }) => isAmount.test(text) || isFurtherLabel(text))) continue;
      for (const cell of row.cells) {
        const target = nearest(open.length > 0 ? open : placed, cell.column);
        if (target) values[target.key] = joinWraps(join(values[target.key], cell.text));
        open = open.filter((one) => one !== target);
      }
      continue;
    }
    placed = [];
    let key: Key | null = null;
    row.cells.forEach((cell, index) => {
      const reading = readings[index];
      if (reading) {
        key = reading.label.kind === 'head' ? reading.label.key : null;
        if (!key) return;
        if (key === 'name') line = row.line;
        values[key] = reading.rest;
        (reading.rest ? placed : open).push({ key, column: cell.column });
        return;
      }
      if (isOtherLabel(row.cells, index)) key = null;
      if (!key || (values[key] !== '' && key !== 'name')) return;
      values[key] = joinWraps(join(values[key], cell.text));
      open = open.filter((one) => one.key !== key);
      placed.push({ key, column: cell.column });
    });
  }
  return { ...values, line, department: readDepartment(values.department) };
}

const isAmount = /^[\d,]+\.\d+$/;

/** Whether a cell is a label that the form does not know: named as one, or behind a value and before another one. */
function isOtherLabel(cells: FormRow['cells'], index: number): boolean {
  const [text, value] = [cells[index]?.text ?? '', cells[index + 1]?.text];
  if (isFurtherLabel(text)) return true;
  const isBehindValue = index >= 2 && index === cells.length - 2 && index % 2 === 0;
  return (
    isBehindValue && value !== undefined && /^\p{Script=Han}{3,8}$/u.test(plain(text)) && /\d/.test(value)
  );
}

function nearest(list: Placed[], column: number): Placed | undefined {
  return [...list].sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column))[0];
}

/** Joins a continuation to the text before it: without a blank, unless two Latin words or figures meet. */
export function join(before: string, after: string): string {
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? `${before} ${after}` : before + after;
}

/** `051-某某局[部门]` → code and name. */
export function readDepartment(printed: string): { code: string; name: string } {
  const name = printed.replace(/[[【(（〔]部门[\])）】〕]/g, '').trim();
  const match = /^[[【(（]?(\d{2,})[\])）】]?\s*[-－—–_]?\s*(.*)$/su.exec(name);
  return match ? { code: match[1] as string, name: (match[2] as string).trim() } : { code: '', name };
}
