import { type FormRow, joinWraps } from './cells-of.ts';
import { readLabel } from './form-label.ts';

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

/** Reads name, department, unit, attribute and period; a value may stand on the line below its label. */
export function readHead(rows: FormRow[]): SheetHead {
  const values: Record<Key, string> = { name: '', department: '', unit: '', attribute: '', period: '' };
  const open: { key: Key; column: number }[] = [];
  let line = rows[0]?.line ?? 1;
  let last: Key | null = null;
  for (const row of rows) {
    let key: Key | null = null;
    for (const cell of row.cells) {
      const reading = readLabel(cell.text);
      if (reading?.label.kind === 'head') {
        key = reading.label.key;
        if (key === 'name') line = row.line;
        values[key] = reading.rest;
        if (!reading.rest) open.push({ key, column: cell.column });
        continue;
      }
      const waiting = key ? open.findIndex((item) => item.key === key) : nearest(open, cell.column);
      const target: Key | null = waiting >= 0 ? (open.splice(waiting, 1)[0]?.key ?? null) : (key ?? last);
      if (target) values[target] = joinWraps(join(values[target], cell.text));
      last = target ?? last;
    }
    if (key) last = key;
  }
  return { ...values, line, department: readDepartment(values.department) };
}

function nearest(open: { column: number }[], column: number): number {
  let best = -1;
  open.forEach((item, index) => {
    const distance = Math.abs(item.column - column);
    if (best < 0 || distance < Math.abs((open[best]?.column ?? 0) - column)) best = index;
  });
  return best;
}

/** Joins a continuation to the text before it: without a blank, unless two Latin words or figures meet. */
export function join(before: string, after: string): string {
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? `${before} ${after}` : before + after;
}

/** `051-某某局[部门]` → code and name. */
export function readDepartment(printed: string): { code: string; name: string } {
  const name = printed.replace(/[[【(（〔]部门[\])）】〕]/g, '').trim();
  const match = /^[[【(（]?(\d{2,})[\])）】]?\s*[-－—–_]?\s*(.*)$/su.exec(
    name.normalize('NFKC') === name ? name : name,
  );
  return match ? { code: match[1] as string, name: (match[2] as string).trim() } : { code: '', name };
}
