import { type FormRow, plain } from './cells-of.ts';
import { readLabel } from './form-label.ts';

/** The foot of a sheet: whether it is there, and the time of filling in. Persons and telephones are left unread. */
export interface SheetFoot {
  present: boolean;
  /** 14 digits, or `''`. */
  timestamp: string;
  /** What was printed in place of a readable time. */
  unread: string;
  line: number;
}

/** Reads the foot; the time may be glued to its label, broken by blanks or continued on the next line. */
export function readFoot(rows: FormRow[]): SheetFoot {
  const line = rows[0]?.line ?? 0;
  if (rows.length === 0) return { present: false, timestamp: '', unread: '', line };
  let digits = '';
  let text = '';
  let dated = false;
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) {
      const label = readLabel(cell.text)?.label;
      const glued = /填[报表](?:日期|时间)[:：]?\s*(.*)$/su.exec(cell.text);
      if (glued) {
        dated = true;
        text += glued[1];
      } else if (label?.kind === 'foot') dated = false;
      else if (dated || (index > 0 && /^[\d\s]+$/.test(cell.text))) text += cell.text;
      else if (/^20\d{12}$/.test(plain(cell.text))) text += plain(cell.text);
    }
  }
  digits = text.normalize('NFKC').replace(/[\s:：/.-]/g, '');
  const good = /^20\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(digits);
  return { present: true, timestamp: good ? digits : '', unread: good ? '' : text.trim(), line };
}
