import { csvFormatRow } from 'd3-dsv';
import type { Field, Value } from './resource.ts';

/** What Excel takes for the sign that a file is UTF-8. */
const byteOrderMark = '\ufeff';

/** A cell that a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** A cell that does not stand as it is: one in fifty, so that all others are looked at once. */
const special = /^[=+\-@\t＝＋－＠]|[",\r\n]/;

/** A number may begin with a sign and runs nothing. */
const signedNumber = /^[-+－＋]?[\d０-９][\d０-９,，.．]*%?$/;

/** First line of a file, byte order mark included. */
export function csvHeader(fields: Field[]): string {
  return `${byteOrderMark}${fields.map(({ name }) => name).join(',')}\r\n`;
}

/**
 * Rows as CSV after RFC 4180: lines end in CRLF, cells with a comma, quote or line break are quoted.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front; signed numbers stay as they are.
 */
export function csvRows(rows: Value[][]): string {
  let text = '';
  for (const row of rows) text += `${row.map(formatCell).join(',')}\r\n`;
  return text;
}

function formatCell(value: Value): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  return special.test(value) ? csvFormatRow([harmless(value)]) : value;
}

function harmless(value: string): string {
  return formula.test(value) && !signedNumber.test(value) ? `'${value}` : value;
}
